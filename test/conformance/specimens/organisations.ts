import { accounts } from "../../../provider/contract";
import type { Stage } from "../../support/stage";

/** Makes organisations below the operator's, and gives their ids in the same order. */
export async function organisations<const Names extends readonly string[]>(
  stage: Stage,
  tag: string,
  names: Names,
): Promise<{ readonly [K in keyof Names]: string }> {
  const ids: string[] = [];
  for (const name of names) {
    const body = { name: `${tag}: ${name}` };
    ids.push((await stage.outOfBand.call(accounts.createSuborganisation, { path: { orgId: "1" }, body })).id);
  }
  return ids as unknown as { readonly [K in keyof Names]: string };
}

/** Makes users in an organisation, and gives their ids in the same order. */
export async function users(
  stage: Stage,
  tag: string,
  organisation: string,
  names: readonly string[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) {
    const username = usernameOf(tag, name);
    const body = { username, fullName: `${tag} ${name}`, email: emailOf(username), organisation, role: "user" };
    ids.push((await stage.outOfBand.call(accounts.createUser, { body: { ...body, password: "Sunshine-42" } })).id);
  }
  return ids;
}

export function usernameOf(tag: string, name: string): string {
  const whole = `${tag}.${name}`.toLowerCase().replace(/[^a-z0-9.]+/g, "-");
  // A user name has at most 64 characters; what tells one trial from the others stands at the end.
  return whole.slice(-64);
}

export function emailOf(username: string): string {
  return `${username}@users.example`;
}
