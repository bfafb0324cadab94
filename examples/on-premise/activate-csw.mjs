// What the platform's operator does on request: gives an organisation a CSW endpoint of its own.
//
//   node activate-csw.mjs <organisation>
const { HALECONNECT_URL: url, HALECONNECT_USERNAME: username, HALECONNECT_PASSWORD: password } = process.env;
const [name] = process.argv.slice(2);
if (url === undefined || name === undefined) {
  fail("expected the name of an organisation, and HALECONNECT_URL in the environment");
}
const { token } = await ask("POST", "/accounts/v1/auth/login", undefined, { username, password });
const organisations = await ask("GET", "/accounts/v1/organisations?limit=500", token);
const { id } = organisations.find((it) => it.name === name) ?? fail(`there is no organisation ${name}`);
await ask("PUT", `/resources/organisations/${id}/cswEndpoint`, token);
console.log(`${name} has a CSW endpoint of its own now.`);

async function ask(method, path, token, body) {
  const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(`${url}${path}`, { method, headers, body: body && JSON.stringify(body) });
  return answer.ok ? answer.json() : fail(`${method} ${path}: ${answer.status} ${await answer.text()}`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
