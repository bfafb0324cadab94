import fs from "node:fs";
import path from "node:path";
import type { RecordedCall } from "../../../../provider/client/recording";
import { readRecording } from "../../../../provider/cli/contract/verifying/read";
import { closeAll, failureOf, temporaryFolder } from "../../client/scripted-server";
import { haleconnect } from "../command";

afterEach(closeAll);

const organisation = (answer: RecordedCall["answer"], more: Partial<RecordedCall> = {}): RecordedCall => ({
  haleconnect: "recording/1",
  operation: "getOrganisation",
  method: "GET",
  path: "/accounts/v1/organisations/{orgId: number}",
  status: 200,
  query: [],
  ...(answer === undefined ? {} : { answer }),
  ...more,
});

const good = { shape: { object: { id: "text:number", name: "text" } } };
const refusal = { shape: { object: { code: "integer", message: "text", error: "boolean" } } };

function written(...lines: readonly (RecordedCall | string)[]): string {
  const file = path.join(temporaryFolder(), "recording.jsonl");
  fs.writeFileSync(file, lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join(""));
  return file;
}

const verdictOn = (...lines: readonly (RecordedCall | string)[]) =>
  readRecording(written(...lines), new AbortController().signal);

describe("the verdict on a recording", () => {
  it("is that an answer agrees, and what that proves", async () => {
    const { agrees, operations } = await verdictOn(organisation(good), organisation(refusal, { status: 404 }));
    expect(agrees).toBe(true);
    expect(operations).toEqual([
      {
        operation: "getOrganisation",
        seen: 2,
        statuses: { 200: 1, 404: 1 },
        verdict: "agrees",
        differences: [],
        proves: [{ aspect: "path", from: "designed" }],
      },
    ]);
  });

  it("names each difference with its place, and counts it", async () => {
    const bad = { shape: { object: { id: "integer", extra: "text" } } };
    const { agrees, operations } = await verdictOn(organisation(bad), organisation(bad), organisation(good));
    expect(agrees).toBe(false);
    expect(operations[0]?.verdict).toBe("differs");
    expect(operations[0]?.differences).toEqual([
      { field: "id", problem: "otherType", expected: "a text", found: "integer", times: 2 },
      { field: "name", problem: "missing", times: 2 },
      { field: "extra", problem: "unknown", found: "text", times: 2 },
    ]);
    expect(operations[0]?.proves.map(({ aspect }) => aspect)).toEqual(["path"]);
  });

  it("does not count fields that the model does not know as a difference", async () => {
    const more = { shape: { object: { id: "text:number", name: "text", extra: "text" } } };
    const { agrees, operations } = await verdictOn(organisation(more));
    expect([agrees, operations[0]?.verdict]).toEqual([true, "agrees"]);
  });

  it("compares values as well as shapes", async () => {
    const { operations } = await verdictOn(organisation({ value: { id: 5, name: "[name]" } }));
    expect(operations[0]?.differences.map(({ field, problem }) => [field, problem])).toEqual([["id", "otherType"]]);
  });

  it("tells a refusal of another form", async () => {
    const { operations } = await verdictOn(organisation({ shape: "text" }, { status: 403 }));
    expect(operations[0]?.differences[0]).toMatchObject({ field: "(refusal) ", problem: "otherType" });
  });

  it.each([
    ["of an embedded hale»connect", good, { emulator: true as const }],
    ["that a contract file translated", good, { translated: true as const }],
    ["that was refused", refusal, { status: 404 }],
  ])("proves nothing by an answer %s", async (_, answer, more) => {
    const { operations } = await verdictOn(organisation(answer, more));
    expect(operations[0]?.proves).toEqual([]);
  });

  it("does without lines that are no call, and counts them", async () => {
    const { calls, unreadableLines } = await verdictOn(organisation(good), '{"haleconnect":"rec', "{}");
    expect([calls, unreadableLines]).toEqual([1, 2]);
  });

  it("says of an operation that it is not known", async () => {
    const { agrees, operations } = await verdictOn(organisation(good, { operation: "flyToTheMoon" }));
    expect([agrees, operations[0]?.verdict]).toEqual([true, "notKnown"]);
  });

  it("refuses a file without a single call", async () => {
    expect((await failureOf(verdictOn("something"))).message).toContain("HC8202");
  });
});

describe("haleconnect contract verify", () => {
  it("prints operations with their differences, and ends with 1", async () => {
    const file = written(organisation({ shape: { object: { name: "text" } } }));
    const { code, stdout } = await haleconnect(["contract", "verify", file]);
    expect(code).toBe(1);
    expect(stdout).toContain("differs    getOrganisation  seen 1 time (200: 1); makes certain: path (designed)");
    expect(stdout).toContain("             id: missing (1 time)");
    expect(stdout).toContain("1 call of 1 operation: some answers differ from the models.");
  });

  it("prints JSON for a script, and ends with 0 if all agrees", async () => {
    const { code, stdout } = await haleconnect(["contract", "verify", "--format", "json", written(organisation(good))]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ agrees: true, calls: 1, operations: [{ verdict: "agrees" }] });
  });

  it("ends with 2 if the file is not there", async () => {
    const { code, stdout, stderr } = await haleconnect(["contract", "verify", "no-such-file.jsonl"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("HC8202");
    expect(stderr).toContain("there is no such file");
  });

  it.each([["record"], ["contract", "verify"]])("teaches %s with its help", async (...verb) => {
    const { code, stdout } = await haleconnect([...verb, "--help"]);
    expect(code).toBe(0);
    for (const part of ["Examples:", "Exit codes:", `haleconnect ${verb.join(" ")}`]) {
      expect(stdout).toContain(part);
    }
  });
});
