import { ContractInForce } from "../../../../provider/binding/in-force";
import { readContractFile } from "../../../../provider/binding/file/read";
import type { ContractFile } from "../../../../provider/binding/file/model";
import { reportOn } from "../../../../provider/cli/contract/checking/kind-report";
import { reportType, type VerbReport } from "../../../../provider/cli/contract/checking/report-type";
import { reportOnOperations } from "../../../../provider/cli/contract/checking/operation-report";
import { allWorks, inMarkdown, inText, notComparedIn } from "../../../../provider/cli/contract/checking/show";
import { WriteGuard } from "../../../../provider/client/guard";
import { allOperations, isCertainOnTheWire, isWrite } from "../../../../provider/contract";
import { kinds, type Kind } from "../../../../provider/kinds";
import pc from "picocolors";

const plain = pc.createColors(false);
function kindNamed(name: string): Kind {
  const found = kinds.find((kind) => kind.name === name);
  if (found === undefined) {
    throw new Error(`there is no kind ${name}`);
  }
  return found;
}

/** A server that has every operation as the provider has it, but for these. */
function serverBut(operations: ContractFile["operations"]): ContractInForce {
  const same = Object.fromEntries(allOperations.map(({ key }) => [key, { same: true } as const]));
  return new ContractInForce("file.yaml", {
    haleconnect: "contract/1",
    servers: ["https://platform.example"],
    documents: {},
    operations: { ...same, ...operations },
  });
}

const reported = (name: string, operations: ContractFile["operations"], fields?: readonly string[]) =>
  reportOn(kindNamed(name), serverBut(operations), fields).verbs;

const verdicts = (verbs: Readonly<Record<string, VerbReport>>) => Object.values(verbs).map(({ verdict }) => verdict);

describe("what works of a kind on a server", () => {
  it("is everything if the server has each operation as the provider has it", () => {
    for (const kind of kinds) {
      expect(verdicts(reportOn(kind, serverBut({})).verbs)).toEqual(["works", "works", "works", "works"]);
    }
  });

  it("lacks a verb if the server lacks its operation", () => {
    expect(verdicts(reported("User", { deleteUser: { missing: true }, deactivateUser: { missing: true } }))[3]).toBe(
      "cannot",
    );
    expect(reported("Organisation", { deleteOrganisation: { missing: true } })["delete"]).toMatchObject({
      verdict: "cannot",
      missing: ["deleteOrganisation"],
    });
  });

  it("needs one of several operations only", () => {
    const { create } = reported("Organisation", { createOrganisation: { missing: true } });
    expect(create.verdict).toBe("works");
  });

  it("lacks a field if its own operation is missing, or if no body has a place for it", () => {
    const verbs = reported("Organisation", {
      setOrganisationLogo: { missing: true },
      createOrganisation: { confirmed: true, method: "POST", path: "/o", body: { state: null } },
      createSuborganisation: { confirmed: true, method: "POST", path: "/o/{orgId}", body: { state: null } },
    });
    expect(verbs.create).toMatchObject({ verdict: "partly", without: ["contact.state", "logo"] });
    expect(verbs.update).toMatchObject({ verdict: "partly", without: ["logo"] });
  });

  it("waits for operations that nobody confirmed, in the order of their use", () => {
    const open = { confirmed: false, method: "POST", path: "/o" } as const;
    const { create, update } = reported("Organisation", { createOrganisation: open, updateMapConfiguration: open });
    expect(create).toMatchObject({
      verdict: "unconfirmed",
      unconfirmed: ["createOrganisation", "updateMapConfiguration"],
    });
    expect(update).toMatchObject({ verdict: "partly", waiting: ["mapConfiguration"] });
  });

  it("waits for what the guard holds back, and for nothing else, if the file names no operation", async () => {
    const contract = new ContractInForce("file.yaml", {
      haleconnect: "contract/1",
      servers: ["https://platform.example"],
      documents: {},
      operations: {},
    });
    const guard = new WriteGuard(
      "https://platform.example",
      false,
      () => Promise.resolve("platform"),
      () => Promise.resolve(contract),
    );
    for (const kind of kinds) {
      for (const verb of ["create", "update", "delete"] as const) {
        for (const key of reportOn(kind, contract).verbs[verb].unconfirmed) {
          const operation = allOperations.filter((it) => it.key === key);
          await expect(guard.admit(operation)).rejects.toMatchObject({ code: "HC5001" });
        }
      }
    }
    const certain = allOperations.filter((it) => isWrite(it) && isCertainOnTheWire(it.evidence));
    expect(certain).not.toEqual([]);
    await guard.admit(certain);
    const waiting = kinds.flatMap((kind) =>
      Object.values(reportOn(kind, contract).verbs).flatMap((it) => it.unconfirmed),
    );
    expect(waiting.filter((key) => certain.some((it) => it.key === key))).toEqual([]);
  });

  it("looks at the declared fields alone if they are known", () => {
    const without = { setOrganisationLogo: { missing: true } as const };
    expect(verdicts(reported("Organisation", without, ["name"]))).not.toContain("partly");
    expect(verdicts(reported("Organisation", without, ["name", "logo"]))).toContain("partly");
  });
});

describe("the report", () => {
  const content = readContractFile("test/foreign/contract/haleconnect.contract.yaml");
  const contract = new ContractInForce("platform.yaml", content);
  const report = {
    source: "platform.yaml",
    kinds: ["Organisation", "Invitation"].map((name) => reportOn(kindNamed(name), contract)),
    operations: reportOnOperations(content),
    changed: [
      {
        document: "directory",
        changed: [{ operation: "createUser", changes: ["it no longer takes `secret`"], isGone: false }],
        agreeing: ["deleteUser"],
      },
    ],
    notCompared: ["storage"],
  };

  it("shows a table, what a kind lacks, and what is left to confirm", () => {
    const text = inText(report, plain);
    expect(text).toMatch(/^Organisation +works +partly +partly +works/m);
    expect(text).toMatch(/^ {2}without contact\.state, logo$/m);
    expect(text).toMatch(/^Invitation +works +cannot/m);
    expect(text).toMatch(/Left to confirm[^]*updateMapConfiguration/);
    expect(text).toMatch(/Operations: \d+ renamed, 2 composed, \d+ missing, \d+ unknown\.$/);
  });

  it("is a table in Markdown as well", () => {
    expect(inMarkdown(report)).toMatch(/^\| Invitation \| works \| cannot \|/m);
  });

  it("has the form that is published", () => {
    expect(reportType.parse(report)).toEqual(report);
  });

  it.each([inText(report, plain), inMarkdown(report)])("tells what changed on the server since the pull", (text) => {
    expect(text).toContain(
      "the document directory changed since: createUser no longer agrees (it no longer takes `secret`), deleteUser still agrees",
    );
  });

  it.each([inText(report, plain), inMarkdown(report)])("names the documents that were not compared", (text) => {
    expect(text).toContain("Not compared, because they were not read:\n  the document storage\n");
  });

  it("knows what is needed of a document that was not compared", () => {
    const operations = { getOrganisation: { same: true, document: "directory" }, getUsers: { same: true } } as const;
    const needed = (document: string) =>
      notComparedIn([document], [reportOn(kindNamed("Organisation"), serverBut(operations))], { operations });
    expect(needed("directory")).toEqual(["getOrganisation"]);
    expect(needed("accounts")).not.toContain("getOrganisation");
    expect(needed("storage")).toEqual([]);
  });

  it("counts a field that the server lacks only if it is declared", () => {
    const [organisation] = report.kinds;
    expect(allWorks(organisation === undefined ? [] : [organisation], false)).toBe(true);
    expect(allWorks(organisation === undefined ? [] : [organisation], true)).toBe(false);
    expect(allWorks(report.kinds, false)).toBe(false);
  });
});
