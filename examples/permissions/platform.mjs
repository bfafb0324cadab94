// hale»connect's HTTP API with plain `fetch`, for the scripts beside it.
const { HALECONNECT_URL: url } = process.env;

/** Asks as that user: `(method, path, body) => answer`. Undefined where the login is refused. */
export async function logIn(username, password) {
  const login = await send("POST", "/accounts/v1/auth/login", { username, password });
  if (login.status === 401) {
    return undefined;
  }
  const { token } = await answerOf(login);
  return async (method, path, body) => answerOf(await send(method, path, body, token));
}

/** Asks as the account of the environment, which runs Pulumi. */
export async function asOneself() {
  const { HALECONNECT_USERNAME: username, HALECONNECT_PASSWORD: password } = process.env;
  return (await logIn(username, password)) ?? fail("HALECONNECT_USERNAME and HALECONNECT_PASSWORD are not accepted");
}

/** The passwords that `pulumi config get passwords` prints, from standard input. */
export async function passwordsGiven() {
  let text = "";
  for await (const part of process.stdin.setEncoding("utf8")) {
    text += part;
  }
  try {
    return Object.entries(JSON.parse(text));
  } catch {
    return fail("expected the users' passwords:  pulumi config get passwords | node ...");
  }
}

/** All pages of a list. */
export async function listOf(ask, path) {
  const size = 500;
  const items = [];
  for (let page; page === undefined || page.length === size; items.push(...page)) {
    page = await ask("GET", `${path}${path.includes("?") ? "&" : "?"}limit=${size}&offset=${items.length}`);
  }
  return items;
}

export function fail(message) {
  console.error(message);
  process.exit(1);
}

async function send(method, path, body, token) {
  if (url === undefined) {
    fail("HALECONNECT_URL is not set: README.md says where to get it");
  }
  const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
  const response = await fetch(`${url}${path}`, { method, headers, body: body && JSON.stringify(body) }).catch(() =>
    fail(`${url} does not answer`),
  );
  return Object.assign(response, { asked: `${method} ${path}` });
}

async function answerOf(response) {
  return response.ok ? response.json() : fail(`${response.asked}: ${response.status} ${await response.text()}`);
}
