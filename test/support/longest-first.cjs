"use strict";

const Sequencer = require("@jest/test-sequencer").default;

const conformance = /conformance\/conformance/;

/** Files that take more than a minute and a half, the longest first; jest goes by the size of files. */
const longest = [
  "your-project",
  "secrets",
  "forced-replacement",
  "created-once",
  "sdk-versions",
  "options",
  "organisation",
  "organisation-settings",
  "kill",
  "content-files",
  "permissions",
  "reference-examples",
].map((name) => `/e2e/${name}.test.ts`);

/**
 * What takes long begins first, so that it is not what one core waits for in the end. Conformance mostly waits for
 * timeouts and retries, while the other end-to-end tests keep a core busy: they take turns.
 */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const place = longest.findIndex((end) => path.endsWith(end));
      return place === -1 ? longest.length : place;
    };
    const bySize = super.sort(tests);
    const waiting = bySize.filter(({ path }) => conformance.test(path));
    const working = bySize.filter(({ path }) => !conformance.test(path)).sort((one, other) => rank(one) - rank(other));
    const turns = Math.max(waiting.length, working.length);
    return Array.from({ length: turns }, (_, turn) => [working[turn], waiting[turn]])
      .flat()
      .filter((test) => test !== undefined);
  }
};
