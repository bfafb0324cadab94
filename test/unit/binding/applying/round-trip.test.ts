import { boundAnswer } from "../../../../provider/binding/applying/receiving";
import { boundCall } from "../../../../provider/binding/applying/sending";
import type { Binding } from "../../../../provider/binding/file/model";

/** What comes back from a server that keeps what it gets. */
async function kept(binding: Binding, body: unknown): Promise<unknown> {
  const { body: sent } = await boundCall(binding, { method: "POST", path: "/", parameters: {}, query: {}, body });
  return boundAnswer(binding, JSON.parse(JSON.stringify(sent)), { path: {}, query: {}, body }, false);
}

describe("what a server keeps comes back as the provider sent it:", () => {
  it.each<[string, Binding, unknown]>([
    ["without a word", {}, { name: "Soest", customFields: { a: "b" } }],
    [
      "fields of other names and in other objects",
      { body: { name: "title", email: "contact.mail" }, answer: { name: "title", email: "contact.mail" } },
      { name: "Soest", email: "a@b" },
    ],
    [
      "fields that exchange their names",
      { body: { name: "title", title: "name" }, answer: { name: "title", title: "name" } },
      { name: "a", title: "b" },
    ],
    [
      "values in another form",
      {
        body: { organisation: { to: "org", as: "integer" }, created: { to: "at", as: "iso" } },
        answer: { organisation: { from: "org", as: "integer" }, created: { from: "at", as: "iso" } },
      },
      { organisation: "12", created: 1_767_225_600_123 },
    ],
    [
      "values of other names, in maps and lists too",
      {
        body: { orgRoles: "roles" },
        answer: { orgRoles: "roles" },
        values: { orgRoles: { orgAdmin: "superuser" }, "owner.kind": { org: "organization" } },
      },
      { orgRoles: { 1: "orgAdmin", 2: ["orgAdmin", "x"] }, owner: { kind: "org" } },
    ],
    [
      "the items of a list",
      {
        body: { "members[].user": { to: "people[].id", as: "integer" }, "members[].role": "people[].role_id" },
        answer: { "members[].user": { from: "people[].id", as: "integer" }, "members[].role": "people[].role_id" },
        values: { "members[].role": { user: "viewer" } },
      },
      {
        members: [
          { user: "1", role: "user" },
          { user: "2", role: "x" },
        ],
      },
    ],
    [
      "a list of values that the server has as objects",
      { body: { "layers[]": "maps[].layer" }, answer: { "layers[]": "maps[].layer" } },
      { layers: ["a", "b"] },
    ],
    ["names with dots", { body: { name: "meta\\.title" }, answer: { name: "meta\\.title" } }, { name: "x" }],
    ["a name that JavaScript knows", { body: { name: "constructor" }, answer: { name: "constructor" } }, { name: "x" }],
  ])("%s", async (_, binding, body) => {
    expect(await kept(binding, body)).toEqual(body);
  });
});
