import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Journal, type Entry } from "../../../../provider/lifecycle/remembering/journal";

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "journal-"));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
  jest.restoreAllMocks();
});

const here = "http://here";
const journalHere = () => new Journal(fileOf(), () => here);
const fileOf = () => path.join(folder, "project", "dev.jsonl");
const entry = (name: string, id?: string): Entry => ({
  kind: "Organisation",
  origin: `dev/${name}`,
  key: `1/${name}`,
  absentBefore: true,
  home: here,
  ...(id === undefined ? {} : { id }),
});

describe("the journal of begun creations", () => {
  it("shows the next process what the last one began", async () => {
    const first = journalHere();
    await first.record(entry("a"));
    await first.record(entry("b"));
    await first.record(entry("b", "12"));

    const next = journalHere();
    expect(next.entryOf("dev/a", "Organisation")).toEqual(entry("a"));
    expect(next.entryOf("dev/b", "Organisation")).toEqual(entry("b", "12"));
    expect(next.entryOf("dev/c", "Organisation")).toBeUndefined();
  });

  it("settles an entry only when a call passes its id from the state", async () => {
    const journal = journalHere();
    await journal.record(entry("a", "12"));
    await journal.settle("dev/a", "Organisation", "11");
    expect(journal.entryOf("dev/a", "Organisation")).toBeDefined();

    await journal.settle("dev/a", "Organisation", "12");
    expect(journalHere().entryOf("dev/a", "Organisation")).toBeUndefined();
  });

  it("doubts an object whose deletion was begun, until its resource is created anew or it is found alive", async () => {
    const deletion = { kind: "Organisation", origin: "dev/a", id: "12" };
    await journalHere().recordDeletion(deletion);
    const next = journalHere();
    expect(next.entryOf("dev/a", "Organisation")).toBeUndefined();
    expect(next.isInDoubt("dev/a", "Organisation", "12")).toBe(true);
    expect(next.isInDoubt("dev/a", "Organisation", "13")).toBe(false);

    await next.forgetDeletion("dev/a", "Organisation");
    expect(journalHere().isInDoubt("dev/a", "Organisation", "12")).toBe(false);

    await next.recordDeletion(deletion);
    await next.record(entry("a", "13"));
    const last = journalHere();
    expect(last.isInDoubt("dev/a", "Organisation", "12")).toBe(true);
    await last.settle("dev/a", "Organisation", "13");
    expect(last.isInDoubt("dev/a", "Organisation", "12")).toBe(false);
  });

  it("ignores a line that was torn by a kill", async () => {
    await journalHere().record(entry("a"));
    fs.appendFileSync(fileOf(), '{"begun":{"kind":"Organ');
    expect(journalHere().entryOf("dev/a", "Organisation")).toEqual(entry("a"));
  });

  it("keeps the lines after a torn line", async () => {
    await journalHere().record(entry("a"));
    fs.appendFileSync(fileOf(), '{"begun":{"kind":"Organ');
    await journalHere().record(entry("b"));
    const next = journalHere();
    expect(next.entryOf("dev/a", "Organisation")).toEqual(entry("a"));
    expect(next.entryOf("dev/b", "Organisation")).toEqual(entry("b"));
  });

  it("has every entry on disk when many are recorded at once", async () => {
    const journal = journalHere();
    await Promise.all(Array.from({ length: 200 }, (_, index) => journal.record(entry(`n${index}`, String(index)))));
    const next = journalHere();
    expect(next.entryOf("dev/n199", "Organisation")?.id).toBe("199");
    expect(fs.readFileSync(fileOf(), "utf8").trim().split("\n")).toHaveLength(200);
  });

  it("warns once that a folder cannot be written, and gives no guarantee", async () => {
    const warn = jest.spyOn(console, "warn").mockImplementation(() => undefined);
    fs.writeFileSync(path.join(folder, "project"), "a file where a folder should be");
    const journal = journalHere();
    await journal.record(entry("a"));
    await journal.record(entry("b"));
    expect(journal.durable).toBe(false);
    expect(warn).toHaveBeenCalledTimes(1);
  });
});
