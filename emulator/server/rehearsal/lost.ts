import { store, type Operation } from "../../../provider/contract";
import type { Platform } from "../../services/implement";
import type { RawCall } from "../validation";

const owner = ["ownerType", "ownerId"];

/** Whether the value of a path parameter that no call carries is found here. */
export function findsParameter({ pathParameters, sends }: Operation, parameter: string): boolean {
  return (owner.includes(parameter) && "bucketId" in pathParameters) || (parameter === "file" && sends === "file");
}

/** The call with the parameters that it does not carry: a bucket has an owner, and a file that is sent has a name. */
export function withLost(operation: Operation, call: RawCall, { world }: Platform): RawCall {
  const { bucketId } = call.path;
  const isWanting = (name: string): boolean => name in operation.pathParameters && call.path[name] === undefined;
  const name = store.storeNames.find((one) => operation.service.name === `store/${one}`);
  const bucket =
    name === undefined || !owner.some(isWanting)
      ? undefined
      : world.buckets.inStore(name).find(({ id }) => id === bucketId);
  // The owner of a bucket that is not there is nobody, so that the answer is 404.
  const { type, id } = bucket?.owner ?? { type: "org", id: "0" };
  const found = {
    ...(isWanting("ownerType") && name !== undefined ? { ownerType: type } : {}),
    ...(isWanting("ownerId") && name !== undefined ? { ownerId: id } : {}),
    ...(isWanting("file") && operation.sends === "file" ? { file: (call.body as { readonly name: string }).name } : {}),
  };
  return { ...call, path: { ...found, ...call.path } };
}

/** What another operation calls an object of an answer: a bucket tells its owner and its id by its combined id. */
export function parameterOf(item: unknown, parameter: string): unknown {
  const { id, combinedId } = item as { readonly id?: unknown; readonly combinedId?: unknown };
  const [ownerType, ownerId, bucketId] = typeof combinedId === "string" ? combinedId.split(".") : [];
  const known: Readonly<Record<string, unknown>> = { ownerType, ownerId, bucketId };
  return known[parameter] ?? (typeof id === "string" ? id : undefined);
}
