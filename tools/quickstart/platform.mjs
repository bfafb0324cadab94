/** The few calls to hale»connect that the quickstart itself makes, with plain `fetch`. */
const patience = 3_000;

/** What answers at the address: "ours", "another", "none". */
export async function whoAnswers(url, login) {
  try {
    const greeting = await fetch(url, { signal: AbortSignal.timeout(patience) });
    const isEmulator = greeting.headers.has("x-haleconnect-emulator");
    return isEmulator && login !== undefined && (await logIn(login)) !== undefined ? "ours" : "another";
  } catch (error) {
    return error.cause?.code === "ECONNREFUSED" ? "none" : "another";
  }
}

/** A token, unless the login is refused. */
export async function logIn({ url, username, password }) {
  const response = await fetch(`${url}/accounts/v1/auth/login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password }),
    signal: AbortSignal.timeout(patience),
  });
  return response.ok ? (await response.json()).token : undefined;
}

export async function organisations(login) {
  const headers = { authorization: `Bearer ${await logIn(login)}` };
  const response = await fetch(`${login.url}/accounts/v1/organisations?limit=500`, { headers });
  if (!response.ok) {
    throw new Error(`The list of organisations cannot be read: ${response.status} ${await response.text()}`);
  }
  return response.json();
}
