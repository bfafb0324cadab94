import { randomBytes } from "node:crypto";
import { z } from "zod";
import { readBody } from "../core/checking";
import { Fault } from "../core/fault";
import type { Answer, Route, Visit } from "../core/routing";
import { opens, seal } from "../core/secrets";

const credentials = z.strictObject({ login: z.string(), secret: z.string() });

const seconds = 3600;

/** Compared with when there is no such account, so that the answer takes as long. */
const nobody = seal("nobody's secret");

function openSession({ state, body }: Visit): Answer {
  const { login, secret } = readBody(credentials, body);
  const account = [...state.accounts.values()].find((one) => one.login.toLowerCase() === login.toLowerCase());
  const sealed = account && state.secrets.get(account.account_id);
  const isRight = opens(secret, sealed ?? nobody) && sealed !== undefined;
  if (!account?.active || !isRight) {
    throw new Fault(401, "The login or the secret is wrong.");
  }
  const token = randomBytes(24).toString("base64url");
  state.sessions.set(token, { account_id: account.account_id, expires_at: Date.now() + seconds * 1000 });
  const { account_id, person, platform_administrator } = account;
  const summary = { account_id, login: account.login, full_name: person.full_name, platform_administrator };
  return { status: 201, body: { access_token: token, expires_in: seconds, account: summary } };
}

export const sessionRoutes: Route[] = [{ method: "post", path: "/sessions", open: true, answer: openSession }];
