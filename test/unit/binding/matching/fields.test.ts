import type { ApiField, ApiType } from "../../../../provider/binding/documents";
import { matchFields, nameOf } from "../../../../provider/binding/matching/fields";
import { matchValues } from "../../../../provider/binding/matching/values";

const field = (name: string, type: ApiType = "string", more: Partial<ApiField> = {}): ApiField => ({
  path: name.split("."),
  type,
  required: false,
  description: "",
  ...more,
});

function bound(own: readonly ApiField[], theirs: readonly ApiField[], context: readonly string[] = []) {
  const { matches, ambiguous, missing } = matchFields(own, theirs, context);
  return {
    matches: Object.fromEntries(matches.map((it) => [nameOf(it.own), nameOf(it.theirs)])),
    ambiguous: Object.fromEntries(ambiguous.map((it) => [nameOf(it.own), it.candidates.map(nameOf)])),
    missing: missing.map(nameOf),
  };
}

describe("a field is bound to the one that means the same", () => {
  it.each([
    ["fullName", "full_name"],
    ["email", "contact.mail"],
    ["zip", "address.postal_code"],
    ["role", "role_id"],
    ["street", "street_address"],
    ["createdBy", "audit.created_by_account_id"],
    ["password", "secret"],
  ])("%s to %s", (mine, other) => {
    expect(bound([field(mine)], [field("comment"), field(other)]).matches).toEqual({ [mine]: other });
  });

  it("by its own name, whatever else is alike", () => {
    expect(bound([field("name")], [field("display_name"), field("name"), field("title")]).matches).toEqual({
      name: "name",
    });
  });

  it("with the name of what both are about left out", () => {
    const theirs = [field("organization_id", "integer"), field("parent_organization_id", "integer")];
    expect(bound([field("id"), field("parent")], theirs, ["organisation"]).matches).toEqual({
      id: "organization_id",
      parent: "parent_organization_id",
    });
  });

  it("though it is a number there", () => {
    expect(bound([field("created", "integer")], [field("created_on")]).matches).toEqual({ created: "created_on" });
  });
});

describe("a field is bound to none", () => {
  it.each([
    ["its name says another aspect", "parent", "parent_name"],
    ["its name is only a part of another", "name", "full_name"],
    ["they share a small word", "createdBy", "created_on"],
  ])("if %s", (_, mine, other) => {
    expect(bound([field(mine)], [field(other)]).matches).toEqual({});
  });

  it("if its type cannot stand for the other", () => {
    expect(bound([field("active", "boolean")], [field("active", "object")])).toEqual({
      matches: {},
      ambiguous: {},
      missing: ["active"],
    });
  });

  it("if two of the server are as like it: both are candidates", () => {
    expect(bound([field("email")], [field("home.mail"), field("work.mail")]).ambiguous).toEqual({
      email: ["home.mail", "work.mail"],
    });
  });

  it("if another field of the provider is as like the one of the server", () => {
    const { matches, ambiguous } = bound([field("ownerId"), field("owner.id")], [field("owner_id")]);
    expect(matches).toEqual({});
    expect(ambiguous["ownerId"]).toEqual(["owner_id"]);
  });
});

it("counts an object by its members, and one of any members by itself", () => {
  const own = [field("owner", "object"), field("owner.id"), field("customFields", "object")];
  const theirs = [field("holder", "object"), field("holder.owner_id"), field("extra_attributes", "object")];
  expect(bound(own, theirs).matches).toEqual({
    "owner.id": "holder.owner_id",
    customFields: "extra_attributes",
  });
});

describe("values", () => {
  it("are found by their words", () => {
    const { names, missing } = matchValues(
      ["org", "user", "notEvaluated"],
      ["organization", "account", "not-evaluated"],
    );
    expect(Object.fromEntries(names)).toEqual({ org: "organization", user: "account", notEvaluated: "not-evaluated" });
    expect(missing).toEqual([]);
  });

  it("are missing where nothing is surely the same", () => {
    expect(matchValues(["active", "deleted"], ["ACTIVE_NOW", "ACTIVE", "gone"])).toEqual({
      names: new Map([["active", "ACTIVE"]]),
      missing: ["deleted"],
    });
  });
});
