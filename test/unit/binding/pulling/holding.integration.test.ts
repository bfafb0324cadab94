import { readApiDocument, type ApiDocument } from "../../../../provider/binding/documents";
import { readContractFile } from "../../../../provider/binding/file/read";
import type { Binding, ContractFile } from "../../../../provider/binding/file/model";
import { ownOperations } from "../../../../provider/binding/pulling/contract-operations";
import { disagreements } from "../../../../provider/binding/pulling/holding/holds";
import { pull, readDocuments } from "../../../../provider/binding/pulling/pull";
import { renamed } from "../../../../tools/renamings/rename";
import { foreignDocuments } from "./foreign";

const foreign = readDocuments(foreignDocuments());
const told = { servers: ["https://x.example"], date: "2026-01-31" };

function troubleWith({ operations }: Pick<ContractFile, "operations">, documents: readonly ApiDocument[]) {
  const byPlace = new Map(
    documents.flatMap((document) => document.operations).map((it) => [`${it.method} ${it.path}`, it] as const),
  );
  return ownOperations().flatMap((own) => {
    const binding: Binding = operations[own.operation.key] ?? {};
    const theirs = byPlace.get(`${binding.method ?? ""} ${binding.path ?? ""}`);
    const trouble = theirs === undefined ? [] : disagreements(own, binding, theirs);
    return trouble.map((phrase) => `${own.operation.key}: ${phrase}`);
  });
}

describe("a binding whose document did not change", () => {
  it("agrees with it as it was pulled", () => {
    expect(troubleWith(pull(foreignDocuments(), told).file, foreign)).toEqual([]);
  });

  it("agrees with it as a person wrote it", () => {
    expect(troubleWith(readContractFile("test/foreign/contract/haleconnect.contract.yaml"), foreign)).toEqual([]);
  });

  it.each([1, 2, 3])("agrees with it as it was pulled from made-up platform %i", (seed) => {
    const documents = renamed(seed).documents.map(({ name, content }) => ({
      name,
      from: name,
      read: readApiDocument(name, JSON.stringify(content)),
    }));
    expect(troubleWith(pull(documents, told).file, readDocuments(documents))).toEqual([]);
  });
});
