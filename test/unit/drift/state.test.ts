import { sealedFields } from "../../../provider/drift/comparing";
import { kindCalled } from "../../../provider/drift/looking";
import { readState, StateReader } from "../../../provider/drift/state";
import { exported, urnOf } from "./exported";

const read = (text: string) => readState(text, "stack.json", kindCalled);
const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };
const sealed = { ...secret, ciphertext: "v1:abc" };
const resource = (inputs: Record<string, unknown>, kind = "Organisation") => ({
  urn: urnOf(kind, "state"),
  id: "2",
  type: `pulumi-nodejs:dynamic/haleconnect:${kind}`,
  inputs,
  outputs: inputs,
});

describe("a state", () => {
  it("gives the resources of this package, by kind and name", () => {
    const child = `urn:pulumi:dev::tenant::my:Component$pulumi-nodejs:dynamic/haleconnect:Bucket::roads::old`;
    const { project, stack, resources } = read(
      exported(
        { ...resource({}), urn: "urn:pulumi:dev::tenant::pulumi:pulumi:Stack::tenant-dev" },
        resource({ name: "Land" }),
        { ...resource({}), urn: child },
        { ...resource({}), delete: true } as never,
      ),
    );
    expect({ project, stack }).toEqual({ project: "tenant", stack: "dev" });
    expect(resources.map(({ kind, name, id, open }) => [kind.name, name, id, open().inputs])).toEqual([
      ["Organisation", "state", "2", { name: "Land" }],
      ["Bucket", "roads::old", "2", {}],
    ]);
  });

  it("says of which fields Pulumi ignores changes, and what it only reads", () => {
    const more = { ignoreChanges: ["description", 'contact["city"]'], external: true };
    const { resources } = read(exported({ ...resource({}), ...more }, resource({})));
    expect(resources.map(({ open }) => open())).toMatchObject([more, { ignoreChanges: [], external: false }]);
  });

  it("leaves out what is encrypted, and names what therefore cannot be compared", () => {
    const given = { name: "Land", description: sealed, contact: { city: sealed, zip: "1" }, customFields: sealed };
    const found = read(exported(resource(given))).resources[0]?.open();
    expect(found?.inputs).toEqual({ name: "Land", contact: { zip: "1" } });
    expect(found === undefined ? [] : sealedFields(found)).toEqual(["description", "contact.city", "customFields"]);
  });

  it("does not miss a write-only value, which nobody could compare", () => {
    const state = read(exported(resource({ username: "erika", password: sealed }, "User")));
    const found = state.resources[0]?.open();
    expect(found === undefined ? [] : sealedFields(found)).toEqual([]);
  });

  it("takes the plain text of a secret if the export shows it, and remembers that it is one", () => {
    const shown = { ...secret, plaintext: '"Land"' };
    const found = read(exported(resource({ description: shown }))).resources[0]?.open();
    expect(found).toMatchObject({ inputs: { description: "Land" }, secrets: ["description"], sealed: [] });
  });
});

describe("a state that comes in pieces", () => {
  const text = Buffer.from(exported(resource({ name: "Länd 🏔" }), resource({ name: "Ort" }, "Bucket")));

  it.each([1, 2, 3, 7, 64])("is the same in pieces of %d bytes", (size) => {
    const reader = new StateReader(kindCalled);
    for (let from = 0; from < text.length; from += size) {
      reader.take(text.subarray(from, from + size));
    }
    const opened = reader.end("stack.json").resources.map(({ open }) => open());
    expect(opened).toEqual(read(text.toString()).resources.map(({ open }) => open()));
    expect(opened.map(({ inputs }) => inputs["name"])).toEqual(["Länd 🏔", "Ort"]);
  });
});

describe("a text that is no state", () => {
  it.each([
    ["", "It is empty."],
    [exported(resource({})).slice(0, -9), "It is no whole JSON: it ends too early"],
    [exported(resource({})).slice(0, 40), "It is no whole JSON: it ends too early"],
    [`${exported(resource({}))}}`, "It is no whole JSON: a part of it is none"],
    [exported(resource({})).replace('"id":', "id:"), "It is no whole JSON: a part of it is none"],
    ["Pulumi is not logged in", "It is no whole JSON: a part of it is none"],
    ["[]", "It has no `deployment`."],
    ['{"deployment": {"resources": 7}}', "is no list"],
  ])("is refused: %s", (text, why) => {
    expect(() => read(text)).toThrow("HC8302");
    expect(() => read(text)).toThrow(why);
  });

  it("is told apart from the state of a stack that never ran", () => {
    expect(() => read('{"version": 3, "deployment": {"manifest": {}}}')).toThrow("it never ran");
  });
});
