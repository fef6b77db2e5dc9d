// The control API of the simulator, as `GET /simulator` lists it.

async function ask(method, path, body) {
  const answer = await fetch("/simulator" + path, {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Error(json.error ?? "The simulator answered " + answer.status);
  }
  return json;
}

export const get = (path) => ask("GET", path);
export const post = (path, body = {}) => ask("POST", path, body);
export const remove = (path) => ask("DELETE", path);

export const ofPerson = (key, what = "") => "/people/" + encodeURIComponent(key) + what;
