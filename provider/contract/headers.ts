/** Headers that both sides know (contract, "Rules"). All in lower case, as Node reads them. */
export const headers = {
  /** Every answer of the embedded hale»connect carries it, with the emulator's version; a real server never does. */
  emulator: "x-haleconnect-emulator",
  /** An embedded hale»connect that speaks as a contract file says has it too, with the digest of that file. */
  contract: "x-haleconnect-contract",
  /** Length of a whole list, on each of its pages. */
  totalCount: "x-total-count",
  /** Seconds to wait before the next call, with 429 and sometimes 503. */
  retryAfter: "retry-after",
} as const;

/** Items of a page when the caller asks for nothing, and at most. */
export const pageSize = { default: 100, most: 500 } as const;
