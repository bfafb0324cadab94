// What a colleague does in the web interface: changes an organisation, and Pulumi does not know.
const { HALECONNECT_URL: url, HALECONNECT_USERNAME: username, HALECONNECT_PASSWORD: password } = process.env;
if (url === undefined) {
  console.error("HALECONNECT_URL is not set: first run\n\n  . .haleconnect/quickstart/env.sh\n");
  process.exit(2);
}

const json = { "content-type": "application/json" };
const { token } = await call("POST", "/accounts/v1/auth/login", { username, password });
const all = await call("GET", "/accounts/v1/organisations?limit=500");
const { id, name } =
  all.find((organisation) => organisation.name === "Land Beispiel") ?? fail("Land Beispiel is not there");
await call("PUT", `/accounts/v1/organisations/${id}`, { description: "edited by hand" });
console.log(`The description of ${name} (${id}) is now "edited by hand".`);

async function call(method, path, body) {
  const authorization = path.endsWith("/login") ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { ...json, ...authorization },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => fail(`${url} does not answer: \`npm run quickstart\` starts it again`));
  return response.ok ? response.json() : fail(`${method} ${path}: ${response.status} ${await response.text()}`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
