// Clients that cannot be told another address believe they speak to graph.facebook.com.
import http from "node:http";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";

const GRAPH = "graph.facebook.com";

/** Leads requests for the platform to the simulator, whichever way a client makes them. */
export function redirect(base) {
  const simulator = new URL(base);
  const plainRequest = http.request;
  const secureRequest = https.request;

  https.request = function (...asked) {
    const first = asked[0];
    const url = typeof first === "string" ? new URL(first) : first;
    if ((url.hostname ?? url.host) !== GRAPH) {
      return secureRequest.apply(this, asked);
    }
    const options = first instanceof URL || typeof first === "string" ? { ...asked[1] } : { ...first };
    options.path ??= url.pathname + url.search;
    options.hostname = simulator.hostname;
    options.host = simulator.hostname;
    options.port = simulator.port;
    options.protocol = "http:";
    options.agent = undefined;
    const callback = asked.find((argument) => typeof argument === "function");
    const request = plainRequest.call(http, options, callback);
    // Meta's own client writes its body only once the connection is secure.
    request.on("socket", (socket) => socket.once("connect", () => socket.emit("secureConnect")));
    return request;
  };
  https.get = (...asked) => https.request(...asked).end();
  syncBuiltinESMExports();

  const plainFetch = globalThis.fetch;
  globalThis.fetch = (resource, init) => {
    if (resource instanceof Request) {
      return plainFetch(resource, init);
    }
    return plainFetch(String(resource).replace(`https://${GRAPH}`, base), init);
  };
}
