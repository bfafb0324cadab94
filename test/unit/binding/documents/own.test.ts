import { stringify } from "yaml";
import { ownDocuments, readApiDocument } from "../../../../provider/binding/documents";
import { services } from "../../../../provider/contract";
import { printSwagger } from "../../../../provider/contract/swagger";

describe("the provider's own contract", () => {
  it("is read with every operation that it declares, and without a remark", () => {
    const declared = services.map(({ name, basePath, operations }) => [
      name,
      operations.map(({ id, method, path }) => `${id}: ${method} ${basePath}${path}`).sort(),
    ]);
    const read = ownDocuments().map(({ name, operations }) => [
      name,
      operations.map(({ id, method, path }) => `${id}: ${method} ${path}`).sort(),
    ]);
    expect(read).toEqual(declared);
    expect(ownDocuments().flatMap(({ remarks }) => remarks)).toEqual([]);
  });

  const both = services.flatMap((service) =>
    service.operations.map((declared) => {
      const read = ownDocuments()
        .find(({ name }) => name === service.name)
        ?.operations.find(({ id }) => id === declared.id);
      return { declared, read };
    }),
  );

  it("is read with all parameters of each path", () => {
    expect(both.map(({ read }) => read?.pathParameters.map(({ path }) => path.join()))).toEqual(
      both.map(({ declared }) => Object.keys(declared.pathParameters)),
    );
  });

  it("is read with how bodies and answers travel, and with who may call", () => {
    expect(
      both.map(({ read }) => [read?.body?.sends, read?.answer.gives, read?.answer.status, read?.needsLogin]),
    ).toEqual(
      both.map(({ declared: { body, sends, gives, status, access } }) => [
        body === undefined ? undefined : sends,
        gives,
        status,
        access === "token",
      ]),
    );
  });

  it("is read with a list where a list may be asked for in pages", () => {
    const paged = both.filter(({ declared }) => declared.paged);
    expect(paged.length).toBeGreaterThan(0);
    expect(paged.filter(({ read }) => read?.answer.isList !== true)).toEqual([]);
  });
});

describe("the digest of a document", () => {
  const [service] = services;
  const content = service === undefined ? {} : printSwagger(service);
  const digestOf = (text: string) => readApiDocument("accounts", text).digest;

  it("is the same for YAML and JSON, any white space and any order of keys", () => {
    const backwards = Object.fromEntries(Object.entries(content).reverse());
    const texts = [
      JSON.stringify(content),
      JSON.stringify(backwards, undefined, 2),
      stringify(content),
      `\uFEFF${stringify(content, { aliasDuplicateObjects: false, indent: 4 })}`,
    ];
    expect(new Set(texts.map(digestOf)).size).toBe(1);
    expect(digestOf(JSON.stringify(content))).toMatch(/^[0-9a-f]{64}$/);
  });

  it("is another one if anything is changed", () => {
    expect(digestOf(JSON.stringify({ ...content, host: "example.org" }))).not.toBe(digestOf(JSON.stringify(content)));
  });
});
