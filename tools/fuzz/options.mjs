import { parseArgs } from "node:util";
import { StepFailed } from "../run/process.mjs";

const usage = "usage: npm run fuzz -- [--count 50] [--seconds 60] [--seed 1] [service ...]";

/** How much is sent: so many cases an operation, and at most so many seconds a document. */
export function choose(args) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        count: { type: "string", default: "50" },
        seconds: { type: "string", default: "60" },
        seed: { type: "string", default: "1" },
      },
    });
    return {
      count: wholeNumber("count", values.count),
      seconds: wholeNumber("seconds", values.seconds),
      seed: wholeNumber("seed", values.seed),
      only: positionals,
    };
  } catch (error) {
    throw error instanceof StepFailed ? error : new StepFailed(`${error.message}\n${usage}`, 2);
  }
}

function wholeNumber(name, text) {
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    throw new StepFailed(`--${name} is ${JSON.stringify(text)}: expected a whole number from 1\n${usage}`, 2);
  }
  return Number(text);
}
