import fs from "node:fs";
import path from "node:path";
import { accounts } from "../../../provider/contract";
import { createClient } from "../../../provider/client";
import {
  printSummary,
  readSummary,
  withProcess,
  writeSummary,
  type ProcessCounts,
} from "../../../provider/client/summary-file";
import { addCounts, noCounts } from "../../../provider/client/tally";
import { inOwnProcess } from "./own-process";
import { clientFor, closeAll, failureOf, json, platform, serve, settingsFor, temporaryFolder } from "./scripted-server";

afterEach(closeAll);

const counts = (pid: number, requests: number, started = "2026-11-24T10:00:00.000Z"): ProcessCounts => ({
  ...addCounts(noCounts, { ...noCounts, requests, operations: { login: requests } }),
  pid,
  started,
});
const nothing = { earlier: noCounts, processes: [], total: noCounts };

describe("the summary", () => {
  it("has an entry for each process and the total; a process changes only its own entry", () => {
    const summary = [counts(1, 5), counts(2, 7), counts(1, 6)].reduce(withProcess, nothing);
    expect(summary.processes.map(({ pid, requests }) => [pid, requests])).toEqual([
      [1, 6],
      [2, 7],
    ]);
    expect(summary.total).toMatchObject({ requests: 13, operations: { login: 13 } });
  });

  it("lists the newest fifty processes and sums up the rest", () => {
    const many = Array.from({ length: 60 }, (_, index) => counts(index, 1, new Date(index).toISOString()));
    const summary = many.reduce(withProcess, nothing);
    expect(summary.processes).toHaveLength(50);
    expect(summary.earlier.requests).toBe(10);
    expect(summary.total.requests).toBe(60);
  });

  it("is printed with sorted keys", () => {
    const text = printSummary(withProcess(nothing, counts(1, 1)));
    expect(Object.keys(JSON.parse(text) as object)).toEqual(["earlier", "processes", "total"]);
    expect(text).toMatch(/"logins"[^]*"operations"[^]*"pages"[^]*"requests"/);
  });
});

describe("the summary's file", () => {
  const file = () => path.join(temporaryFolder(), "summary.json");

  it("holds zeros before anything is sent, and everything at the end", async () => {
    const summary = file();
    const server = await serve(platform((_, response) => json(response, 200, { id: "7", name: "Soest" })));
    const client = clientFor(server.url, { summary });
    expect(readSummary(summary).total.requests).toBe(0);
    await client.call(accounts.getOrganisation, { path: { orgId: "7" } });
    client.close();
    expect(readSummary(summary).total).toEqual({
      ...noCounts,
      logins: 1,
      operations: { getOrganisation: 1, login: 1 },
      requests: 2,
    });
    expect(fs.readdirSync(path.dirname(summary))).toEqual(["summary.json"]);
  });

  it("keeps everything if several processes write it at the same time", async () => {
    const summary = file();
    const script = `
      const { keepBooks } = require("./provider/client/summary");
      const { tally } = keepBooks(${JSON.stringify(summary)});
      let left = 100;
      const timer = setInterval(() => { tally.request("login"); if (--left === 0) clearInterval(timer); }, 1);`;
    await Promise.all([inOwnProcess(script), inOwnProcess(script), inOwnProcess(script)]);
    expect(readSummary(summary)).toMatchObject({ processes: { length: 3 }, total: { requests: 300 } });
  });

  it("refuses at once to overwrite another file", async () => {
    const summary = file();
    fs.writeFileSync(summary, "my diary");
    expect(() => createClient(settingsFor("http://localhost:1", { summary }))).toThrow(/HC1004[^]*is not a summary/);
    expect(() => createClient(settingsFor("http://localhost:1", { summary: `${summary}/x` }))).toThrow(/HC1004/);
    expect(fs.readFileSync(summary, "utf8")).toBe("my diary");
  });

  it("is left to another process that is writing it, and taken over from a dead one", () => {
    const summary = file();
    fs.writeFileSync(`${summary}.lock`, "");
    expect(writeSummary(summary, counts(1, 1), 0)).toBe(false);
    const longAgo = new Date(Date.now() - 60_000);
    fs.utimesSync(`${summary}.lock`, longAgo, longAgo);
    expect(writeSummary(summary, counts(1, 1), 1_000)).toBe(true);
  });

  it("counts failures as well", async () => {
    const server = await serve(platform((_, response) => json(response, 500, {})));
    const client = clientFor(server.url);
    await failureOf(client.call(accounts.getOrganisation, { path: { orgId: "7" } }));
    expect(client.counts()).toMatchObject({ requests: 6, retries: 4, waits: { count: 4 } });
  });
});
