package org.whatsapppolicy.simulator.error;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The documented error codes with the HTTP status, title and default details they are answered with. A code that is not
 * listed is answered as an unknown error with status 400.
 */
public final class GraphErrors {

    private static final Map<Integer, GraphError> KNOWN = Stream.of(SendingErrors.ALL, ManagementErrors.ALL)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(GraphError::code, error -> error));

    private GraphErrors() {}

    /** The error of that code with its usual status and texts. */
    public static GraphError of(int code) {
        GraphError known = KNOWN.get(code);
        return known != null ? known : GraphError.entry(code, 400, "An unknown error has occurred.", null);
    }

    /** The error of that code with its own details. */
    public static GraphError of(int code, String details) {
        return of(code).withDetails(details);
    }

    /** 131008: a required parameter is missing. */
    public static Refused missing(String parameter) {
        return new Refused(of(131008, "Parameter '" + parameter + "' is missing."));
    }

    /** 131009: a value is not one the platform takes. */
    public static Refused invalid(String parameter) {
        return new Refused(of(131009, "Parameter Invalid: " + parameter));
    }

    /** 100: a parameter is unknown, misspelt, too long or not possible here. */
    public static Refused badParameter(String details) {
        return new Refused(of(100, details));
    }

    /** 100 with a subcode and words for the user, as template management answers. */
    public static Refused refuseWithWords(int subcode, String title, String text) {
        GraphError plain = new GraphError(400, 100, subcode, GraphError.OAUTH, "(#100) Invalid parameter", null);
        return new Refused(plain.withUserText(title, text));
    }

    /** Any other code with its own details. */
    public static Refused refuse(int code, String details) {
        return new Refused(of(code, details));
    }

    /** 100 with subcode 33: the id in the path belongs to nothing the token can see. */
    public static GraphError unknownObject(String verb, String id) {
        String message = "Unsupported " + verb + " request. Object with ID '" + id
                + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation.";
        return new GraphError(400, 100, 33, "GraphMethodException", message, null);
    }

    /** 803: the id in the path is not even an id. */
    public static GraphError unknownAlias(String id) {
        return oauth(404, 803, 0, "(#803) Some of the aliases you requested do not exist: " + id);
    }

    /** 2500: the path is none of the platform's. */
    public static GraphError unknownPath(String path) {
        return oauth(400, 2500, 0, "Unknown path components: " + path);
    }

    /** 100 with status 413: the body is longer than anybody's. */
    public static GraphError tooLong(int most) {
        return new GraphError(
                413, 100, 0, GraphError.OAUTH, "(#100) The request body is longer than " + most + " bytes", null);
    }

    /** An error without details, as authorisation errors are. */
    public static GraphError oauth(int status, int code, int subcode, String message) {
        return new GraphError(status, code, subcode, GraphError.OAUTH, message, null);
    }
}
