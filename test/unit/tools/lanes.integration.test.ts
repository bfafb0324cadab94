import { execFile } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const process_ = pathToFileURL(path.resolve(__dirname, "..", "..", "..", "tools", "run", "process.mjs")).href;

/** Two lanes, each with two steps; the first step of the second fails. */
const program = `
import { heading, inLanes, run } from ${JSON.stringify(process_)};
const say = (text, code = 0) => run(text, process.execPath, ["-e", "console.log(" + JSON.stringify(text) + "); process.exit(" + code + ")"]);
const lane = (name, code) => async () => {
  heading(name);
  await say(name + " begins", code);
  await say(name + " ends");
};
await inLanes(lane("one", 0), lane("two", 3)).catch((error) => console.log("failed: " + error.message + ", " + error.code));
`;

it("keeps the lines of two lanes apart, lets each end, and tells the failure last", async () => {
  const { stdout, stderr } = await run(process.execPath, ["--input-type=module", "-e", program]);
  const lines = stderr.split("\n").filter((line) => line !== "" && !line.startsWith("──"));
  expect(lines.filter((line) => line.startsWith("one"))).toEqual(["one begins", "one ends"]);
  expect(lines.filter((line) => line.startsWith("two"))).toEqual(["two begins"]);
  const owners = lines.map((line) => line.slice(0, 3));
  expect(owners.join()).toMatch(/^((one,?){2}two|two,(one,?){2})$/);
  expect(stdout.trim().split("\n")).toEqual(["failed: two begins failed, 3"]);
});
