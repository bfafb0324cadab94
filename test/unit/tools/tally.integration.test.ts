import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const script = path.resolve(__dirname, "..", "..", "..", "tools", "run", "tally.mjs");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-tally-"));
afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

function tally(code: number, results?: Record<string, number>): string {
  const report = path.join(folder, "report.json");
  fs.writeFileSync(report, results === undefined ? "" : JSON.stringify(results));
  return execFileSync(process.execPath, [script, report, String(code)], { encoding: "utf8" });
}

const results = { numPassedTests: 7, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };

it("counts what jest counted", () => {
  expect(tally(0, results)).toBe("7 passed, 0 failed\n");
  expect(tally(1, { ...results, numFailedTests: 2 })).toBe("7 passed, 2 failed\n");
});

it("counts a test file that could not be loaded as a failure", () => {
  expect(tally(1, { ...results, numRuntimeErrorTestSuites: 1 })).toBe("7 passed, 1 failed\n");
});

it("counts a check that failed before the tests as a failure", () => {
  expect(tally(1)).toBe("0 passed, 1 failed\n");
});

it("counts a command that failed after good tests as a failure", () => {
  expect(tally(1, results)).toBe("7 passed, 1 failed\n");
});
