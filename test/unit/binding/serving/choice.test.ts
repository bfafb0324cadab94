import { accounts, store, type Operation } from "../../../../provider/contract";
import type { Binding } from "../../../../provider/binding/file/model";
import type { Received } from "../../../../provider/binding/serving/call";
import { meantBy } from "../../../../provider/binding/serving/choice";

const chosen = (bindings: readonly (readonly [Operation, Binding])[], received: Partial<Received>): string[] =>
  meantBy(
    bindings.map(([operation, binding]) => ({ operation, binding, received: { path: {}, query: {}, ...received } })),
  ).map(({ operation }) => operation.key);

const users = [
  [accounts.updateUser, { body: { fullName: "person.name" } }],
  [accounts.deactivateUser, { fixed: { "body:active": false } }],
  [accounts.reactivateUser, { fixed: { "body:active": true } }],
] as const;

describe("of operations that the server has as one, a call means", () => {
  it.each([
    [{ active: false }, "deactivateUser"],
    [{ active: true }, "reactivateUser"],
    [{ person: { name: "M" } }, "updateUser"],
    [{}, "updateUser"],
  ])("the one whose values it has: %j is %s", (body, expected) => {
    expect(chosen(users, { body })).toEqual([expected]);
  });

  it.each([
    [{ more: { a: 1 } }, "setOrganisationCustomFields"],
    [{ city: "Soest" }, "updateOrganisation"],
    [{}, "updateOrganisation"],
  ])("the one whose fields it has: %j is %s", (body, expected) => {
    const organisations = [
      [accounts.setOrganisationCustomFields, { body: { "": "more" } }],
      [accounts.updateOrganisation, {}],
    ] as const;
    expect(chosen(organisations, { body })).toEqual([expected]);
  });

  it("the one whose value stands in its query", () => {
    const files = [
      [store.data.addFiles, {}],
      [store.data.replaceFile, { parameters: { file: null }, fixed: { "query:overwrite": true } }],
    ] as const;
    expect(chosen(files, { query: { overwrite: "true" } })).toEqual(["store/data.replaceFile"]);
    expect(chosen(files, {})).toEqual(["store/data.addFiles"]);
  });

  it("none where a value that each needs is another one", () => {
    expect(chosen(users.slice(1), { body: { active: "perhaps" } })).toEqual([]);
  });

  it("each of those between which nothing decides, in their order", () => {
    const members = [
      [accounts.addMember, { body: { user: "path:who" } }],
      [accounts.assignRole, { parameters: { userId: "who" } }],
    ] as const;
    expect(chosen(members, { path: { orgId: "1", who: "2" }, body: { role: "user" } })).toEqual([
      "addMember",
      "assignRole",
    ]);
  });
});
