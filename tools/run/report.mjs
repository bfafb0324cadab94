import fs from "node:fs";

const counted = ["numPassedTests", "numFailedTests", "numRuntimeErrorTestSuites"];

/**
 * One report of several runs of jest, for a machine that asked for it by naming a file. A run that was not made has none.
 * Tells whether it was written.
 */
export function mergeReports(parts, file) {
  const reports = parts.filter((part) => fs.existsSync(part)).map((part) => JSON.parse(fs.readFileSync(part, "utf8")));
  if (file === "" || reports.length === 0) {
    return false;
  }
  const sums = counted.map((name) => [name, reports.reduce((sum, report) => sum + (report[name] ?? 0), 0)]);
  const merged = {
    ...Object.fromEntries(sums),
    success: reports.every(({ success }) => success),
    testResults: reports.flatMap(({ testResults }) => testResults ?? []),
  };
  fs.writeFileSync(file, JSON.stringify(merged));
  return true;
}
