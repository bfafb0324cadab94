import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { call } from "./module";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-report-"));
afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

const mergeReports = (parts: readonly string[], file: string) => call("run/report.mjs", "mergeReports", parts, file);
const place = (name: string): string => path.join(folder, name);
const write = (name: string, results: object): string => {
  fs.writeFileSync(place(name), JSON.stringify(results));
  return place(name);
};

const unit = { numPassedTests: 7, numFailedTests: 0, numRuntimeErrorTestSuites: 0, success: true, testResults: ["a"] };
const e2e = { numPassedTests: 5, numFailedTests: 2, numRuntimeErrorTestSuites: 1, success: false, testResults: ["b"] };

it("adds up what several runs of jest counted", async () => {
  await mergeReports([write("unit.json", unit), write("e2e.json", e2e)], place("all.json"));
  expect(JSON.parse(fs.readFileSync(place("all.json"), "utf8"))).toEqual({
    numPassedTests: 12,
    numFailedTests: 2,
    numRuntimeErrorTestSuites: 1,
    success: false,
    testResults: ["a", "b"],
  });
});

it("takes what there is when a run was not made", async () => {
  await mergeReports([write("only.json", e2e), place("never.json")], place("one.json"));
  expect(JSON.parse(fs.readFileSync(place("one.json"), "utf8"))).toMatchObject({
    numPassedTests: 5,
    numFailedTests: 2,
  });
});

it("writes nothing when nobody asked for a report, or nothing ran", async () => {
  expect(await mergeReports([write("asked.json", unit)], "")).toBe(false);
  expect(await mergeReports([place("never.json")], place("nothing.json"))).toBe(false);
  expect(fs.existsSync(place("nothing.json"))).toBe(false);
});
