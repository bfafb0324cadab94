import type { ContractFile } from "../../../../provider/binding/file/model";
import { readContractFile } from "../../../../provider/binding/file/read";
import { composed } from "../../../../provider/binding/pulling/composing";
import { merge } from "../../../../provider/binding/pulling/merge";
import { pull, readDocuments } from "../../../../provider/binding/pulling/pull";
import { writeContract } from "../../../../provider/binding/pulling/write";
import { fileOf, removeFiles } from "../file/written-file";
import { foreignDocuments } from "./foreign";

afterEach(removeFiles);

const told = { servers: ["https://platform.example"], date: "2026-01-31" };
const pulled = pull(foreignDocuments(), told).file;
const members = { method: "GET", path: "/m/{orgId}" } as const;

describe("an object that only a list shows", () => {
  it("is proposed to be found there, by the field that names it, and waits for a person", () => {
    expect(pulled.operations["getMember"]).toEqual({
      confirmed: false,
      foundIn: { list: "getMembers", where: { user: "userId" } },
      remarks: [
        "No operation of the documents is like it, but the list getMembers has such objects. The provider would find this one by `user`.",
      ],
    });
  });

  it("is found by its id where the items have one", () => {
    const file = composed({ getOrganisation: { missing: true }, getOrganisations: { method: "GET", path: "/o" } });
    expect(file["getOrganisation"]?.foundIn).toEqual({ list: "getOrganisations", where: { id: "orgId" } });
  });

  it.each<[string, string, ContractFile["operations"]]>([
    ["the server does not have the list", "getMember", { getMembers: { missing: true } }],
    ["the list is one of several candidates", "getMember", { getMembers: { candidates: ["GET /a", "GET /b"] } }],
    ["the items lack the field", "getMember", { getMembers: { ...members, answer: { user: null } } }],
    ["a name may stand for the id", "getProfile", { getUsers: { method: "GET", path: "/u" } }],
    ["the server has the object", "getMember", { getMembers: members, getMember: { method: "GET", path: "/n" } }],
  ])("is not proposed if %s", (_, key, operations) => {
    expect(composed({ [key]: { missing: true }, ...operations })[key]).not.toHaveProperty("foundIn");
  });
});

describe("a list that an object lacks", () => {
  const info = { method: "GET", path: "/b/{ownerType}/{ownerId}/{bucketId}", answer: { files: null } } as const;
  const files = { method: "GET", path: "/f/{ownerType}/{ownerId}/{bucketId}" } as const;

  it("is proposed to come from the operation that gives such items for the same address", () => {
    const bound = composed({ "store/data.getBucketInfo": info, "store/data.listFiles": files });
    expect(bound["store/data.getBucketInfo"]).toEqual({
      ...info,
      answer: {},
      with: { files: { list: "store/data.listFiles" } },
      remarks: [expect.stringContaining("The answer lacks `files`, and the list store/data.listFiles has such items.")],
    });
  });

  it.each<[string, ContractFile["operations"][string], ContractFile["operations"][string]]>([
    ["the server has no such operation", info, { missing: true }],
    ["the answer has it", { ...info, answer: {} }, files],
    ["another field may be it", { ...info, remarks: ["`files` may be `a` or `b`. Nothing is bound."] }, files],
  ])("is not proposed if %s", (_, mine, theirs) => {
    const bound = composed({ "store/data.getBucketInfo": mine, "store/data.listFiles": theirs });
    expect(bound["store/data.getBucketInfo"]).toEqual(mine);
  });
});

it("what pull proposes is a contract file that can be read", () => {
  expect(() => readContractFile(fileOf(writeContract(pulled)))).not.toThrow();
});

describe("a second pull", () => {
  const again = (before: ContractFile) => merge(before, pulled, readDocuments(foreignDocuments())).file;
  const having = (getMember: object): ContractFile => ({
    ...pulled,
    operations: { ...pulled.operations, getMember: { ...pulled.operations["getMember"], ...getMember } },
  });
  const elsewhere = { foundIn: { list: "getUsers", where: { id: "userId" } } };

  it("keeps what a person confirmed or wrote", () => {
    expect(again(having({ ...elsewhere, confirmed: true })).operations["getMember"]).toMatchObject(elsewhere);
    expect(again(having({ ...elsewhere, remarks: [] })).operations["getMember"]).toMatchObject(elsewhere);
  });

  it("proposes anew what nobody confirmed", () => {
    expect(again(having(elsewhere)).operations["getMember"]).toEqual(pulled.operations["getMember"]);
  });
});
