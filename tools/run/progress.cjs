"use strict";

const path = require("node:path");

/** How often a line is printed while tests run, in milliseconds. */
const interval = 30_000;

/** Says on standard error how far the tests are; where nothing moves for a while it says which files run. */
module.exports = class Progress {
  #started = Date.now();
  #running = new Set();
  #files = { done: 0, all: 0 };
  #tests = { passed: 0, failed: 0 };
  #timer;

  onRunStart({ numTotalTestSuites }) {
    this.#files.all = numTotalTestSuites;
    this.#timer = setInterval(() => this.#print(), interval);
    this.#timer.unref();
  }

  onTestFileStart({ path: file }) {
    this.#running.add(path.basename(file));
  }

  onTestCaseResult(_test, { status }) {
    if (status === "passed" || status === "failed") {
      this.#tests[status] += 1;
    }
  }

  onTestFileResult({ path: file }) {
    this.#running.delete(path.basename(file));
    this.#files.done += 1;
  }

  onRunComplete() {
    clearInterval(this.#timer);
  }

  #print() {
    const seconds = Math.round((Date.now() - this.#started) / 1000);
    const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    const { passed, failed } = this.#tests;
    const { done, all } = this.#files;
    process.stderr.write(
      `[${time}] ${passed} passed, ${failed} failed, ${done} of ${all} files; now ${[...this.#running].join(", ")}\n`,
    );
  }
};
