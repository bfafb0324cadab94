import { accounts } from "../../../contract";
import type { Probe } from "../../../client/probing";
import type { Credentials } from "../../../client";
import { findingOf, ok, skipped, warning, type Check, type Examined, type KnownSoFar } from "../finding";
import { isUnsure } from "../unsure";
import { useToken } from "./sign-on";

/** Whether the credentials are accepted. They go only to a server that may be a hale»connect. */
export const checkLogin: Check = async (known) => {
  const { probe, identity, credentials } = known;
  if (credentials === undefined || probe === undefined || identity === undefined) {
    return skipped(reasonIn(known));
  }
  try {
    return credentials.kind === "token" ? await withToken(probe, credentials) : await withPassword(probe, credentials);
  } catch (error) {
    return findingOf(error, known.signOn === undefined || credentials.kind === "token" ? undefined : useToken);
  }
};

function reasonIn({ credentials, probe }: KnownSoFar): string {
  if (credentials === undefined) {
    return "there are no credentials";
  }
  return probe === undefined
    ? "there is no trusted connection"
    : "credentials go only to a server that may be a hale»connect";
}

async function withPassword(probe: Probe, login: Extract<Credentials, { kind: "login" }>): Promise<Examined> {
  const token = await probe.login(login);
  return ok(`the server accepts the login of ${login.username}`, { token });
}

async function withToken(probe: Probe, { token, from }: Extract<Credentials, { kind: "token" }>): Promise<Examined> {
  try {
    const { id } = await probe.as(token, from).call(accounts.getProfileOfCurrentUser, {});
    return ok(`the server accepts the token in ${from ?? ""}, of user ${id}`, { token });
  } catch (error) {
    if (!isUnsure(error)) {
      throw error;
    }
    return warning(`the token cannot be tried: ${findingOf(error).finding.says}`, "Run a preview: it uses the token.", {
      token,
    });
  }
}
