import type { ApiField } from "../../../../provider/binding/documents";
import type { Binding } from "../../../../provider/binding/file/model";
import { field, troubleOf, withFields, type Change } from "./held";

describe("a confirmed expression is to be looked at again if the server no longer has", () => {
  const answering =
    (...fields: readonly ApiField[]): Change =>
    (theirs) => ({ ...theirs, answer: { ...theirs.answer, fields } });
  const payload = answering(field(["payload"], "object"), field(["payload", "id"]), field(["open"], "object"));
  const told = (key: string, binding: Binding, change: Change) =>
    troubleOf(key, binding, change).filter((it) => /xpression/.test(it));

  it.each<[string, string, readonly string[]]>([
    ["nothing that it reads", '$.payload.{ "number": id, "own": $asked.path.orgId }', []],
    ["what it reads", "payload.items^(order).id", ["payload.items"]],
    ["what a made object reads, whatever it is called", '{ "label": label, "id": payload.id }', ["label"]],
    ["what a condition reads", 'payload.active ? "yes" : "no"', ["payload.active"]],
    ["nothing, of what it made itself", '{ "made": { "inner": payload.id } }.made.inner', []],
    ["nothing, of what is in an object without members", 'open.items[key = "c"].(a & b)', []],
    [
      "nothing, of what a variable or a function has",
      "($asked).path.userId & $map(payload, function($it) { label })",
      [],
    ],
  ])("%s", (_, answerExpression, names) => {
    const phrases = names.map((name) => `it no longer answers \`${name}\`, which \`answerExpression\` reads`);
    expect(told("getMember", { answerExpression }, payload)).toEqual(phrases);
  });

  it("what the expression of one field reads", () => {
    const binding: Binding = { answer: { status: { expression: 'active ? "active" : "deactivated"' } } };
    expect(told("getMember", binding, answering(field(["active"], "boolean")))).toEqual([]);
    expect(told("getMember", binding, answering(field(["enabled"], "boolean")))).toEqual([
      "it no longer answers `active`, which the expression of `status` reads",
    ]);
  });

  it.each<[string, string, readonly string[]]>([
    ["what it writes", '{ "label": name }', ["label"]],
    ["what it writes in an object of the body", '{ "owner": { "id": id, "kind": "org" } }', ["owner.kind"]],
    ["what one of several merged objects writes", '$merge([{ "title": name }, { "label": name }])', ["label"]],
    ["nothing, of what it only looks up", '{ "title": $lookup({ "org": "organization" }, type) }', []],
    ["nothing, of an object without members", '{ "attributes": { "country": country } }', []],
    ["nothing, of what it keeps for itself", '($t := { "tmp": name }; { "title": $t.tmp })', []],
  ])("%s", (_, bodyExpression, names) => {
    const body = [
      field(["title"]),
      field(["owner"], "object"),
      field(["owner", "id"]),
      field(["attributes"], "object"),
    ];
    const phrases = names.map((name) => `it no longer takes \`${name}\`, which \`bodyExpression\` writes`);
    expect(
      told(
        "updateOrganisation",
        { bodyExpression },
        withFields(() => body),
      ),
    ).toEqual(phrases);
  });
});
