package org.whatsapppolicy.simulator.control;

/**
 * One thing that can be asked or done over HTTP.
 *
 * @param path below {@code /simulator}, with {@code {names}} for what varies
 * @param does what it is for, in a few words: shown by {@code GET /simulator}
 * @param action called on a worker thread, where it may take its time
 */
record Route(String method, String path, String does, Action action) {

    /** What is done when it is asked for. */
    @FunctionalInterface
    interface Action {

        Reply answer(Ask ask);
    }

    static Route get(String path, String does, Action action) {
        return new Route("GET", path, does, action);
    }

    static Route post(String path, String does, Action action) {
        return new Route("POST", path, does, action);
    }

    static Route delete(String path, String does, Action action) {
        return new Route("DELETE", path, does, action);
    }
}
