"use strict";

const Sequencer = require("@jest/test-sequencer").default;

/** What takes minutes begins first, so that it is not what one core waits for in the end; jest goes by the size of files. */
const longest = /conformance\/conformance/;

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => (longest.test(path) ? 0 : 1);
    return index < 0 ? longest.length : index;
    };
    return [...super.sort(tests)].sort((one, other) => rank(one) - rank(other));
  }
};
