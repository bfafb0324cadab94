import path from "node:path";
import SwaggerParser from "@apidevtools/swagger-parser";
import { readApiDocument, type ApiOperation } from "../../../../provider/binding/documents";
import { FORM, type Binding, type ContractFile } from "../../../../provider/binding/file/model";
import { readContractFile } from "../../../../provider/binding/file/read";
import { documentAsBound } from "../../../../provider/binding/serving/documents/document";
import { withoutExpressions } from "../../../../provider/binding/serving/own-form";
import {
  bodyPlacements,
  fixedIn,
  parameterPlacements,
  placeInWords,
} from "../../../../provider/binding/serving/placement";
import { fromOf } from "../../../../provider/binding/serving/answer";
import { isServed, shapeOf } from "../../../../provider/binding/serving/remarks";
import { allOperations, services, type Operation } from "../../../../provider/contract";
import { bindingOf, diceOf } from "./random-binding";

/** All operations of the documents of a server that speaks as the file says. */
function published(file: ContractFile): readonly ApiOperation[] {
  return services.flatMap(
    (service) => readApiDocument(service.name, JSON.stringify(documentAsBound(service, file))).operations,
  );
}

function found(operations: readonly ApiOperation[], operation: Operation, binding: Binding): ApiOperation | undefined {
  const at = binding.path ?? `${operation.service.basePath}${operation.path}`;
  const method = binding.method ?? operation.method;
  return operations.find((one) => one.method === method && shapeOf(one.path) === shapeOf(at));
}

/** `query:deleted`, `body:contact.mail`: all that a call of the operation has. */
function taken({ pathParameters, query, body }: ApiOperation): readonly string[] {
  const named = (part: string, fields: ApiOperation["query"] = []): string[] =>
    fields.map(({ path: names }) => `${part}:${names.join(".")}`);
  return [...named("path", pathParameters), ...named("query", query), ...named("body", body?.fields)];
}

function expected(operation: Operation, binding: Binding): readonly string[] {
  const placements = [...parameterPlacements(operation, binding), ...bodyPlacements(binding)];
  const places = [...placements.map(({ server }) => server), ...fixedIn(binding).map(({ place }) => place)];
  return places.flatMap((place) => (place === undefined ? [] : [placeInWords(place)]));
}

/** Fields of the answer, or of each item of a list. */
function given({ answer: { isList } }: ApiOperation, { answer, list }: Binding): readonly string[] {
  const inside = isList || list === undefined ? "" : `${list}.`;
  return Object.values(answer ?? {}).flatMap((spec) => {
    const from = fromOf(spec);
    return from === undefined ? [] : [`${inside}${from}`];
  });
}

function fieldsOf({ answer }: ApiOperation): readonly string[] {
  return answer.fields.map(({ path: names }) => names.join("."));
}

const foreign = withoutExpressions(
  readContractFile(path.join(__dirname, "../../../foreign/contract/haleconnect.contract.yaml")),
);

describe("the documents of a server that speaks as the foreign contract file says", () => {
  const operations = published(foreign);
  const bound = allOperations.flatMap((operation) => {
    const binding = foreign.operations[operation.key];
    return binding === undefined ? [] : [{ key: operation.key, operation, binding }];
  });
  const served = bound.filter(({ binding }) => isServed(binding));

  it.each(served)("have $key with all its names", ({ operation, binding }) => {
    const there = found(operations, operation, binding);
    expect(there && taken(there)).toEqual(expect.arrayContaining([...expected(operation, binding)]));
    expect(there && fieldsOf(there)).toEqual(expect.arrayContaining([...(there ? given(there, binding) : [])]));
  });

  it("have the list and its length where the file says", () => {
    const list = operations.find(({ method, path: at }) => method === "GET" && at === "/directory/v2/organizations");
    expect(list?.answer).toMatchObject({ isList: true, listAt: ["content"] });
    expect(list?.answer.beside.map(({ path: names }) => names.join("."))).toContain("page.total_elements");
    expect(list && taken(list)).toEqual(["query:page", "query:size"]);
  });

  it("have the errors as the file says", () => {
    const refusal = operations.find(({ path: at }) => at === "/identity/v2/accounts")?.refusal ?? [];
    expect(refusal.map(({ path: names }) => names.join("."))).toEqual(
      expect.arrayContaining(["fault.reason", "fault.details.[].attribute", "fault.details.[].problem"]),
    );
  });

  it("have none of the operations that are not served", () => {
    const paths = operations.map(({ method, path: at }) => `${method} ${shapeOf(at)}`);
    for (const { operation } of bound.filter(({ binding }) => !isServed(binding))) {
      expect(paths).not.toContain(`${operation.method} ${shapeOf(`${operation.service.basePath}${operation.path}`)}`);
    }
  });
});

const seeds = Array.from({ length: 6 }, (_, seed) => seed);

describe.each(seeds)("the documents of a server with made-up names, seed %d", (seed) => {
  const dice = diceOf(seed);
  const operations = Object.fromEntries(
    allOperations.map((operation, at) => {
      const { path: end = "", ...binding } = bindingOf(operation, dice);
      return [operation.key, { ...binding, path: `/of${at}${end}` }] as const;
    }),
  );
  const file: ContractFile = { haleconnect: FORM, servers: ["https://somewhere.example"], documents: {}, operations };

  it("have all names of the file", () => {
    const there = published(file);
    for (const operation of allOperations) {
      const binding = operations[operation.key] ?? {};
      const one = found(there, operation, binding);
      expect([operation.key, one && taken(one)]).toEqual([
        operation.key,
        expect.arrayContaining([...expected(operation, binding)]),
      ]);
      expect([operation.key, one && fieldsOf(one)]).toEqual([
        operation.key,
        expect.arrayContaining([...(one ? given(one, binding) : [])]),
      ]);
    }
  });

  it("are valid", async () => {
    const service = services[seed % services.length];
    const printed = service === undefined ? {} : documentAsBound(service, file);
    const document = JSON.parse(JSON.stringify(printed)) as Parameters<typeof SwaggerParser.validate>[0];
    await expect(SwaggerParser.validate(document)).resolves.toMatchObject({ swagger: "2.0" });
  });
});
