import { boundCall } from "../../../../provider/binding/applying/sending";
import type { BoundCall } from "../../../../provider/binding/applying/asked";
import type { Binding } from "../../../../provider/binding/file/model";

const own: BoundCall = { method: "PUT", path: "/accounts/v1/users/{userId}", parameters: {}, query: {} };

/** The call as the server gets it. What is not given is empty. */
export function sent(binding: Binding, call: Partial<BoundCall> = {}): Promise<BoundCall> {
  return boundCall(binding, { ...own, ...call });
}

export async function bodyOf(binding: Binding, body: unknown): Promise<unknown> {
  return (await sent(binding, { body })).body;
}
