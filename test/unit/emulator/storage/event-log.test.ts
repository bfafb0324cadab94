import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { EventLog } from "../../../../emulator/storage/event-log";
import type { WorldEvent } from "../../../../emulator/world/events";

let folder: string;
let file: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "emulator-event-log-"));
  file = path.join(folder, "journal.jsonl");
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

const gone = (id: string): WorldEvent => ({ type: "organisationDeleted", id });

function write(...events: WorldEvent[]): void {
  const log = EventLog.open(file);
  for (const event of events) {
    log.append(event);
  }
  log.close();
}

function read(): readonly WorldEvent[] {
  const log = EventLog.open(file);
  log.close();
  return log.events;
}

describe("the emulator's event log", () => {
  it("gives back what was appended, in order, over several starts", () => {
    write(gone("1"), gone("2"));
    write(gone("3"));
    expect(read()).toEqual([gone("1"), gone("2"), gone("3")]);
  });

  it("cuts off a torn last line, and goes on after the last whole one", () => {
    write(gone("1"), gone("2"));
    const whole = fs.readFileSync(file);
    for (let length = whole.lastIndexOf("\n", whole.length - 2) + 1; length < whole.length; length++) {
      fs.writeFileSync(file, whole.subarray(0, length));
      write(gone("3"));
      expect(read()).toEqual([gone("1"), gone("3")]);
    }
  });

  it("starts afresh if even its first line is torn", () => {
    fs.writeFileSync(file, '{"journal":"hale');
    write(gone("1"));
    expect(read()).toEqual([gone("1")]);
  });

  it("can be read only by its owner", () => {
    write();
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  });

  it("says which line it cannot read, and leaves the file as it is", () => {
    write(gone("1"), gone("2"));
    fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace('"id":"1"', '"id":1'));
    const before = fs.readFileSync(file);
    expect(() => EventLog.open(file)).toThrow(/journal\.jsonl, line 2/);
    expect(fs.readFileSync(file)).toEqual(before);
  });

  it("refuses any other file", () => {
    fs.writeFileSync(file, '{"name":"a file of somebody"}\n');
    expect(() => EventLog.open(file)).toThrow(/first line is not that of an emulator's journal/);
  });

  it("refuses entries once it is closed", () => {
    const log = EventLog.open(file);
    log.close();
    expect(() => log.append(gone("1"))).toThrow(/being closed/);
    expect(read()).toEqual([]);
  });
});
