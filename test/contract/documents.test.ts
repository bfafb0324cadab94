import SwaggerParser from "@apidevtools/swagger-parser";
import { parse } from "yaml";
import { services } from "../../provider/contract";
import { printSwagger, printSwaggerYaml } from "../../provider/contract/swagger";
import type { Emulator } from "../../emulator";
import { startForTest } from "../support/emulator";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startForTest();
});
afterAll(() => emulator.close());

const served = (folder: string) => fetch(`${emulator.url}${folder}/swagger.yaml`);

describe.each(services.map((service) => [service.name, service] as const))("the document of %s", (_name, service) => {
  it("is served without a token, as YAML", async () => {
    const response = await served(service.folder);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/yaml/);
  });

  it("is valid Swagger 2.0", async () => {
    const document = parse(await (await served(service.folder)).text()) as Parameters<typeof SwaggerParser.validate>[0];
    await expect(SwaggerParser.validate(document)).resolves.toMatchObject({ swagger: "2.0" });
  });

  it("has every operation of the service, and nothing else", () => {
    const { paths } = printSwagger(service) as { paths: Record<string, Record<string, { operationId: string }>> };
    const printed = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${operationId}: ${method.toUpperCase()} ${path}`),
    );
    expect(printed.sort()).toEqual(service.operations.map(({ id, method, path }) => `${id}: ${method} ${path}`).sort());
  });

  it("is the same each time that it is printed", async () => {
    const text = await (await served(service.folder)).text();
    expect(printSwaggerYaml(service)).toBe(text);
    expect(await (await served(service.folder)).text()).toBe(text);
  });

  it("asks for the token in the way that generated clients send it", () => {
    expect(printSwagger(service)).toMatchObject({
      securityDefinitions: { bearer: { type: "apiKey", in: "header", name: "Authorization" } },
    });
  });
});

type Printed = Record<string, Record<string, { produces?: string[]; security?: object[] }>>;

describe.each(services.map((service) => [service.name, service] as const))(
  "in the document of %s",
  (_name, service) => {
    const { paths } = printSwagger(service) as { paths: Printed };

    it("an operation that gives a file says that its errors come as JSON", () => {
      for (const { path, method, gives, produces } of service.operations) {
        const printed = paths[path]?.[method.toLowerCase()]?.produces;
        expect(printed).toEqual(gives === "file" ? [...produces, "application/json"] : undefined);
      }
    });

    it("an operation says whether it needs the token", () => {
      for (const { id, path, method, access } of service.operations) {
        const { security } = paths[path]?.[method.toLowerCase()] ?? {};
        const expected = access === "token" ? [{ bearer: [] }] : [{ bearer: [] }, {}];
        expect(security).toEqual(id === "login" ? undefined : expected);
      }
    });

    it("every pattern is one of ECMA 262 without flags", () => {
      const patterns: string[] = [];
      JSON.stringify(printSwagger(service), (key, value: unknown) => {
        if (key === "pattern" && typeof value === "string") {
          patterns.push(value);
        }
        return value;
      });
      // Without the flag u, \p is the letter p: what such a pattern means would be silently something else.
      expect(patterns.filter((one) => /\\[pP]\{|\\u\{|\(\?<|\\k</.test(one))).toEqual([]);
      expect(patterns.map((one) => new RegExp(one).source)).toEqual(patterns);
    });
  },
);

it("says all of a field that has several patterns: its length too, and the further pattern in words", () => {
  const accounts = services.find(({ name }) => name === "accounts");
  const { definitions } = printSwagger(accounts ?? absent()) as {
    definitions: Record<string, { properties: Record<string, { description?: string }> }>;
  };
  const screenName = definitions["NewUser"]?.properties["screenName"];
  expect(screenName).toMatchObject({ type: "string", maxLength: 200 });
  expect(screenName).toHaveProperty("pattern");
  expect(screenName?.description).toContain("It has to match /\\D/.");
});

it("refers to a model plainly, also where the field says more of it: the code generator would leave the field out", () => {
  const projects = services.find(({ name }) => name === "store/projects");
  const { definitions } = printSwagger(projects ?? absent()) as {
    definitions: Record<string, { properties: Record<string, unknown> }>;
  };
  expect(definitions["BucketDetail"]?.properties["id"]).toEqual({ $ref: "#/definitions/BucketIdent" });
});

it.each(services.map((service) => [service.name, service] as const))(
  "gives every field of %s a type, without which the code generator would leave it out",
  (_name, service) => {
    const { definitions } = printSwagger(service) as {
      definitions: Record<string, { properties: Record<string, { type?: string; $ref?: string }> }>;
    };
    const untyped = Object.entries(definitions).flatMap(([model, { properties }]) =>
      Object.entries(properties)
        .filter(([, { type, $ref }]) => type === undefined && $ref === undefined)
        .map(([field]) => `${model}.${field}`),
    );
    expect(untyped).toEqual([]);
  },
);

it("says of a field with alternatives only what holds for all of them", () => {
  const accounts = services.find(({ name }) => name === "accounts");
  const { definitions } = printSwagger(accounts ?? absent()) as {
    definitions: Record<string, { properties: Record<string, unknown> }>;
  };
  expect(definitions["OrganisationUpdate"]?.properties["email"]).toEqual({ type: "string" });
  expect(definitions["NewUser"]?.properties["email"]).toMatchObject({ type: "string", format: "email" });
});

function absent(): never {
  throw new Error("The contract does not declare the service");
}
