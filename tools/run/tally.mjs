import fs from "node:fs";

/** Prints how many tests passed and failed, last; whatever failed before or around the tests counts as one failure. */
const [file = "", code = "1"] = process.argv.slice(2);
const { passed, failed } = read(file);
console.log(`${passed} passed, ${code !== "0" && failed === 0 ? 1 : failed} failed`);

function read(report) {
  try {
    const results = JSON.parse(fs.readFileSync(report, "utf8"));
    return { passed: results.numPassedTests, failed: results.numFailedTests + results.numRuntimeErrorTestSuites };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
