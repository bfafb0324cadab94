import { allOperations, isCertainOnTheWire, projects, schemas, store } from "../../provider/contract";
import { printSwagger } from "../../provider/contract/swagger";
import { isOperation } from "../../provider/contract/operation";
import {
  bucketProperties,
  problemWithAttachmentPath,
  problemWithFilePath,
  readCombinedId,
  combinedIdOf,
} from "../../provider/contract/store";

const { data, schemas: schemaStore, projects: projectStore, metadata, attachments } = store;
const stores = [data, schemaStore, projectStore, metadata, attachments];
const operationsOf = (module: object) => [...new Set(Object.values(module).filter(isOperation))];

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly type?: string;
  readonly schema?: object;
}
interface Printed {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly consumes?: readonly string[];
  readonly produces?: readonly string[];
  readonly responses: Readonly<Record<string, { readonly schema?: object }>>;
}

/** The operation of the project store, as its document has it. */
function printed(id: string): Printed {
  const { paths } = printSwagger({ ...projectStore.service, operations: operationsOf(projectStore) }) as {
    paths: Record<string, Record<string, Printed>>;
  };
  const found = Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .find(({ operationId }) => operationId === id);
  if (found === undefined) {
    throw new Error(`There is no operation ${id}`);
  }
  return found;
}

describe("an operation's key", () => {
  it("is its own among all operations of all services", () => {
    const all = [...allOperations, ...[...stores, schemas, projects].flatMap(operationsOf)];
    const keys = [...new Set(all)].map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("is the id with the store's name where the five stores share the id", () => {
    expect(data.addFiles.key).toBe("store/data.addFiles");
    expect(schemas.createSchema.key).toBe("createSchema");
  });
});

describe("what a client generated from the document of the project store is called with (docs/platform.md#operations-of-public-clients)", () => {
  it.each([
    ["createBucketWithOwner", "Buckets", ["ownerType", "ownerId", "body"]],
    ["setBucketProperty", "Buckets", ["ownerType", "ownerId", "bucketId", "property", "body"]],
    ["getBucketInfo", "Buckets", ["ownerType", "ownerId", "bucketId"]],
    ["getBuckets", "Buckets", ["contextOrganisation", "details"]],
    ["addFiles", "Files", ["ownerType", "ownerId", "bucketId", "file"]],
    ["getProjectFilesAsZip", "Files", ["ownerType", "ownerId", "bucketId"]],
    ["testBucketPermission", "Permissions", ["permission", "combinedBucketId"]],
  ])("%s: class %sApi, arguments %p", (id, tag, names) => {
    expect(printed(id).tags).toEqual([tag]);
    expect(printed(id).parameters.map(({ name }) => name)).toEqual(names);
  });

  it("a property may be a bare text or an object: an object of which nothing is said", () => {
    expect(printed("setBucketProperty").parameters.at(-1)?.schema).toEqual({ type: "object" });
  });

  it("a file goes as a form and comes as a ZIP", () => {
    expect(printed("addFiles").consumes).toEqual(["multipart/form-data"]);
    expect(printed("addFiles").parameters.at(-1)).toMatchObject({ in: "formData", type: "file" });
    expect(printed("getProjectFilesAsZip")).toMatchObject({
      produces: ["application/zip", "application/json"],
      responses: { 200: { schema: { type: "file" } } },
    });
  });

  it("the permission test answers with the status alone, the second argument of getBuckets is a truth value", () => {
    expect(printed("testBucketPermission").responses["200"]).not.toHaveProperty("schema");
    expect(printed("getBuckets").parameters.map(({ type }) => type)).toEqual(["string", "boolean"]);
  });

  it("the driver is a plain text, the moment of the last change a long number", () => {
    const document = printSwagger({ ...projectStore.service, operations: operationsOf(projectStore) });
    expect(document).toMatchObject({
      definitions: {
        NewBucket: { properties: { driver: { type: "string" } } },
        BucketDetail: { properties: { lastModified: { type: "integer", format: "int64" } } },
        BucketIdent: { properties: { transformationproject: { type: "string" } } },
      },
    });
    expect(JSON.stringify(document["definitions"])).not.toMatch(/"driver":\{[^}]*"enum"/);
  });
});

describe("the five stores", () => {
  it("take files from an address where these belong to a dataset", () => {
    const linking = stores.filter((it) => operationsOf(it).some(({ id }) => id === "linkFile"));
    expect(linking.map(({ variant }) => variant.name)).toEqual(["metadata", "attachments"]);
  });

  it("have the same operations besides, save for the name of the one that gives a ZIP", () => {
    const ids = stores.map((it) =>
      operationsOf(it)
        .map(({ id }) => id)
        .filter((id) => id !== "linkFile"),
    );
    for (const those of ids) {
      expect(those.slice(0, -1)).toEqual(ids[0]?.slice(0, -1));
    }
    expect(ids.map((those) => those.at(-1))).toEqual(
      stores.map((it) => (it === projectStore ? "getProjectFilesAsZip" : "getBucketFilesAsZip")),
    );
  });

  it("name a bucket's id by the type of resource", () => {
    expect(stores.map((it) => Object.keys(it.createBucketWithOwner.answer.shape).at(-1))).toEqual([
      "bucket",
      "schema",
      "transformationproject",
      "metadata",
      "attachment",
    ]);
  });

  it("may set properties and names on a real server only where that is certain: in the project store", () => {
    const certain = stores
      .flatMap(operationsOf)
      .filter(({ method, evidence }) => method !== "GET" && isCertainOnTheWire(evidence));
    expect(certain.map(({ key }) => key).sort()).toEqual([
      "store/projects.setBucketName",
      "store/projects.setBucketProperty",
    ]);
  });
});

describe("names and values that can be checked before they are sent", () => {
  it.each(["Address.xsd", "schemas/Address.xsd", "a b/ä.gml", "v1.2/data.tar.gz"])("takes the path %s", (path) => {
    expect(problemWithFilePath(path)).toBeUndefined();
  });

  it.each(["", "/etc/passwd", "../up", "a/../b", "a//b", "a/", "a\\b", "a\nb", ".", "x".repeat(1001)])(
    "refuses the path %j",
    (path) => {
      expect(problemWithFilePath(path)).toBeDefined();
    },
  );

  it("takes one dot in the name of an attachment (docs/platform.md#attachment-names)", () => {
    expect(problemWithAttachmentPath("plan.pdf")).toBeUndefined();
    expect(problemWithAttachmentPath("plan.v2.pdf")).toMatch(/whose only dot is the one before its extension/);
    expect(attachments.getFile.pathParameters.file.safeParse("plan.v2.pdf").success).toBe(false);
    expect(data.getFile.pathParameters.file.safeParse("plan.v2.pdf").success).toBe(true);
  });

  it("takes texts of 10,000 characters, and the one switch of sharing", () => {
    expect(bucketProperties.author.safeParse("x".repeat(10_000)).success).toBe(true);
    expect(bucketProperties.author.safeParse("x".repeat(10_001)).success).toBe(false);
    expect(bucketProperties.sharingOptions.safeParse({ public: true }).success).toBe(true);
    expect(bucketProperties.sharingOptions.safeParse({ public: true, other: 1 }).success).toBe(false);
  });

  it("writes and reads combined ids (docs/platform.md#ids-and-common-models)", () => {
    const key = { ownerType: "org", ownerId: "599", bucketId: "abe0849a-5110-43a5-81e4-5880fce3f398" } as const;
    expect(combinedIdOf(key)).toBe("org.599.abe0849a-5110-43a5-81e4-5880fce3f398");
    expect(readCombinedId(combinedIdOf(key))).toEqual(key);
    expect(readCombinedId("organisation.599.abe")).toBeUndefined();
  });
});

describe("a schema's source", () => {
  const check = (source: object) => schemas.SchemaSource.safeParse(source).success;

  it("has what its kind needs, and nothing else", () => {
    expect(check({ kind: "file" })).toBe(true);
    expect(check({ kind: "url", address: "https://schemas.example/a.xsd" })).toBe(true);
    expect(check({ kind: "url" })).toBe(false);
    expect(check({ kind: "preset", preset: "ad-4.0", address: "https://schemas.example/a.xsd" })).toBe(false);
    expect(check({ kind: "schema", schema: "org.1.2" })).toBe(true);
  });
});

describe("a profile", () => {
  const profile = (contents: object) =>
    schemas.NewProfile.safeParse({ schema: "org.1.2", name: "Profil", ...contents });

  it("has conditions without special characters in their names, each name once (docs/platform.md#schema-profiles)", () => {
    const part = { operator: "and", terms: [{ featureType: "Address", property: "status", comparison: "exists" }] };
    const condition = (name: string) => ({ name, if: part, then: part });
    expect(profile({ conditions: [condition("status_is-set")] }).success).toBe(true);
    expect(profile({ conditions: [condition("status is set.")] }).success).toBe(false);
    expect(profile({ conditions: [condition("a"), condition("a")] }).success).toBe(false);
  });

  it("has one value for each tag of a thing (docs/platform.md#schema-profiles)", () => {
    const value = { featureType: "Address", tag: "example", value: "1" };
    expect(profile({ taggedValues: [value, { ...value, tag: "module-id" }] }).success).toBe(true);
    expect(profile({ taggedValues: [value, { ...value, value: "2" }] }).success).toBe(false);
  });
});
