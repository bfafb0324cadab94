import { Fault } from "./fault";
import type { Account } from "./model";
import type { State } from "./state";

/** Who asks, by the token of an open session. */
export function authenticated(state: State, header = ""): { caller: Account; token: string } {
  const [, token] = /^Bearer (\S+)$/i.exec(header) ?? [];
  if (token === undefined) {
    throw new Fault(401, "A bearer token is missing.", [{ attribute: "Authorization", problem: "is missing" }]);
  }
  const session = state.sessions.get(token);
  const caller = session && session.expires_at > Date.now() ? state.accounts.get(session.account_id) : undefined;
  if (!caller) {
    state.sessions.delete(token);
    throw new Fault(401, "The token is unknown or has expired.", [{ attribute: "Authorization", problem: "is stale" }]);
  }
  return { caller, token };
}
