import { z } from "zod";
import type { BoundCall } from "../../../../provider/binding/applying/asked";
import { boundError } from "../../../../provider/binding/applying/errors";
import { readFieldPath, withoutAt } from "../../../../provider/binding/applying/field-path";
import { pageLimit, parametersFor, toldBy } from "../../../../provider/binding/applying/paging";
import { parametersIn } from "../../../../provider/binding/applying/place";
import { boundAnswer } from "../../../../provider/binding/applying/receiving";
import { boundCall } from "../../../../provider/binding/applying/sending";
import type { Binding, PagingForm } from "../../../../provider/binding/file/model";
import { serverAnswer } from "../../../../provider/binding/serving/answer";
import { arrivedCall, type Received } from "../../../../provider/binding/serving/call";
import { pageAsked, withTold } from "../../../../provider/binding/serving/page";
import { serverError } from "../../../../provider/binding/serving/refusal";
import { accounts, store, type Operation } from "../../../../provider/contract";
import { bindingOf, diceOf, objectOf, shapeOf, type Dice } from "./random-binding";

const operations: readonly Operation[] = [
  accounts.createUser,
  accounts.updateUser,
  accounts.getUsers,
  accounts.createSuborganisation,
  accounts.updateOrganisation,
  accounts.getOrganisation,
  accounts.getMembers,
  accounts.assignRole,
  store.data.createBucketWithOwner,
  store.data.listBuckets,
  store.data.getBucketInfo,
];

/** Tries 60 made-up bindings of the operation. An error names the binding that it came with. */
async function forBindings(
  operation: Operation,
  trial: (binding: Binding, dice: Dice) => Promise<void> | void,
): Promise<void> {
  for (let seed = 0; seed < 60; seed++) {
    const dice = diceOf(seed);
    const binding = bindingOf(operation, dice);
    try {
      await trial(binding, dice);
    } catch (error) {
      throw new Error(`seed ${seed}: ${JSON.stringify(binding)}\n${(error as Error).message}`);
    }
  }
}

function ownCall(operation: Operation, dice: Dice): BoundCall {
  return {
    method: operation.method,
    path: `${operation.service.basePath}${operation.path}`,
    parameters: Object.fromEntries(Object.keys(operation.pathParameters).map((name) => [name, `${name} ${dice(9)}`])),
    query: Object.fromEntries(Object.keys(operation.query).map((name) => [name, dice(2) === 0])),
    ...(operation.body instanceof z.ZodObject ? { body: objectOf(operation.body, dice) } : {}),
  };
}

const inAddress = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

function texts(values: Readonly<Record<string, unknown>>, names = Object.keys(values)): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, inAddress(values[name])]));
}

/** The call as it comes over the wire: what stands in the address is text. */
function onTheWire({ path, parameters, query, body }: BoundCall): Received {
  const sent: unknown = body === undefined ? undefined : JSON.parse(JSON.stringify(body));
  return { path: texts(parameters, [...parametersIn(path)]), query: texts(query), body: sent };
}

describe.each(operations.map((operation) => ({ key: operation.key, operation })))(
  "each made-up binding of $key",
  ({ operation }) => {
    const isList = operation.answer instanceof z.ZodArray;
    const model = (isList ? operation.answer.element : operation.answer) as z.ZodObject;

    it("brings a call to the server, and back to what the provider asked", () =>
      forBindings(operation, async (binding, dice) => {
        const own = ownCall(operation, dice);
        const { surplus, ...arrived } = arrivedCall(operation, binding, onTheWire(await boundCall(binding, own)));
        expect(arrived).toEqual({
          path: texts(own.parameters),
          query: texts(own.query),
          ...(own.body === undefined ? {} : { body: own.body }),
        });
        expect(surplus).toEqual([]);
      }));

    it("brings an answer to the provider as the server meant it", () =>
      forBindings(operation, async (binding, dice) => {
        const own = isList ? [1, 2, 3].map(() => objectOf(model, dice)) : objectOf(model, dice);
        const spoken: unknown = JSON.parse(JSON.stringify(serverAnswer(binding, own, isList)));
        const back = await boundAnswer(binding, spoken, { path: {}, query: {} }, isList);
        const expected = (item: unknown): unknown => withoutMissing(binding, item);
        expect(back).toEqual(Array.isArray(own) ? own.map(expected) : expected(own));
      }));

    it("gives nothing under a name that the provider alone has", () =>
      forBindings(operation, ({ list: _list, ...binding }, dice) => {
        const moved = Object.keys(shapeOf(model)).filter((name) => binding.answer?.[name] !== undefined);
        const spoken = serverAnswer(binding, objectOf(model, dice), false) as object;
        expect(Object.keys(spoken).filter((name) => moved.includes(name))).toEqual([]);
      }));
  },
);

describe("a binding that a person wrote", () => {
  const back = async (operation: Operation, binding: Binding, body: unknown): Promise<unknown> => {
    const own = { method: operation.method, path: "/own", parameters: {}, query: {}, body };
    return arrivedCall(operation, binding, onTheWire(await boundCall(binding, own)));
  };

  it("clears with null what the provider clears with an empty text", async () => {
    const binding: Binding = { body: { city: "place.town" }, values: { "*": { "": null } } };
    const body = { city: "", street: "", zip: "1" };
    await expect(back(accounts.updateOrganisation, binding, body)).resolves.toMatchObject({ body });
  });

  it("has the whole body in one field", async () => {
    const binding: Binding = { body: { "": "more.fields" } };
    const body = { code: "05974", "a.b": "c" };
    await expect(back(accounts.setOrganisationCustomFields, binding, body)).resolves.toMatchObject({ body });
    await expect(back(store.data.setBucketName, { body: { "": "title" } }, "Roads")).resolves.toMatchObject({
      body: "Roads",
    });
  });

  it("takes no field under the provider's name, nor one that the server has not", () => {
    const binding: Binding = { body: { city: "town", state: null } };
    const received = { path: {}, query: {}, body: { city: "Soest", state: "NRW", zip: "1" } };
    expect(arrivedCall(accounts.updateOrganisation, binding, received).surplus).toEqual(["city", "state"]);
  });

  it("moves fields within the items of a list, with their list", async () => {
    const answer = { "sharedWith[].organisation": "shares[].org.id", "sharedWith[].shared": "shares[].at" };
    const own = {
      id: "1",
      name: "Soest",
      sharedWith: [
        { organisation: "2", shared: 5, sharedBy: "7" },
        { organisation: "3", shared: 6 },
      ],
    };
    const spoken = serverAnswer({ answer }, own, false);
    expect(spoken).toMatchObject({
      shares: [
        { org: { id: "2" }, at: 5, sharedBy: "7" },
        { org: { id: "3" }, at: 6 },
      ],
    });
    await expect(boundAnswer({ answer }, spoken, { path: {}, query: {} }, false)).resolves.toEqual(own);
  });

  it("gives, for a list that stands apart, the field by which the provider asks for it", () => {
    const binding: Binding = { with: { files: { list: "store/data.listFiles", path: { bucketId: "uuid" } } } };
    const own = { name: "Roads", combinedId: "org.1.abc", files: [] };
    const parametersOf = (_item: unknown, parameter: string): string => `the ${parameter}`;
    expect(serverAnswer(binding, own, false, parametersOf)).toEqual({
      name: "Roads",
      combinedId: "org.1.abc",
      uuid: "the bucketId",
    });
  });
});

/** What the server does not give. */
function withoutMissing({ answer = {} }: Binding, item: unknown): unknown {
  return Object.entries(answer)
    .filter(([, spec]) => spec === null)
    .reduce((left, [name]) => withoutAt(left, readFieldPath(name)), item);
}

const pagings: readonly PagingForm[] = [
  { by: "offset", offset: "skip", limit: "take", most: 7, total: "meta.count" },
  { by: "offset", offset: "offset", limit: "limit", total: "header:X-Length" },
  { by: "page", page: "no", size: "per", first: 0, most: 4, total: "total" },
  { by: "page", page: "no", size: "per", first: 1, most: 5 },
  { by: "cursor", cursor: "after", limit: "take", next: "meta.next", most: 3 },
  { by: "none" },
];

describe.each(pagings)("a list in pages by $by", (paging) => {
  it("is read to its end, whatever its length", () => {
    for (const length of [0, 1, 3, 4, 12, 13]) {
      const all = Array.from({ length }, (_, at) => at);
      const read: number[] = [];
      const limit = pageLimit(paging);
      let cursor: string | undefined;
      for (let offset = 0; offset <= length; offset += limit) {
        const asked = parametersFor(paging, { offset, limit, ...(cursor === undefined ? {} : { cursor }) });
        const reading = pageAsked(paging, texts(asked));
        if ("problems" in reading) {
          throw new Error(JSON.stringify(reading.problems));
        }
        const { page } = reading;
        const items = all.slice(page.offset, page.offset + page.limit);
        const { body, headers } = withTold(paging, { items }, page, length);
        const told = toldBy(paging, body, headers);
        read.push(...items);
        expect(told.total).toBe("total" in paging && paging.total !== undefined ? length : undefined);
        cursor = told.next ?? undefined;
        if (paging.by === "none" || (paging.by === "cursor" && cursor === undefined)) {
          break;
        }
      }
      expect(read).toEqual(all);
    }
  });

  it("refuses a part that is none, under the server's name for it", () => {
    const names = paging.by === "none" ? [] : Object.keys(parametersFor(paging, { offset: 0, limit: 1, cursor: "x" }));
    for (const name of names) {
      expect(pageAsked(paging, { [name]: "-1" })).toEqual({ problems: [expect.objectContaining({ field: name })] });
    }
  });
});

it("brings the body of an error to the provider", () => {
  const said = { message: "no", fields: [{ field: "a.b", message: "is missing" }] };
  for (const form of [
    { message: "reason" },
    { message: "fault.reason", fields: "fault.details", field: "at.name", problem: "what" },
    { message: "message", fields: "fields" },
  ]) {
    const spoken = serverError(form, said);
    expect(boundError(form, spoken)).toEqual("fields" in form ? said : { message: "no" });
  }
});
