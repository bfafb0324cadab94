import type { ApiOperation } from "../../documents";
import type { Binding } from "../../file/model";
import { bind } from "../bind";
import type { OwnOperation } from "../contract-operations";
import { expressionTrouble } from "./expressions";
import { pagingTrouble } from "./paging";
import { receivedTrouble } from "./received";
import { newlyLacking, sentTrouble } from "./sent";
import { valuesTrouble } from "./values";

/** What of a binding no longer agrees with the server's operation, a phrase each. Of an expression, its names count. */
export function disagreements(own: OwnOperation, binding: Binding, theirs: ApiOperation): readonly string[] {
  const sent = sentTrouble(own.printed, binding, theirs);
  const received = receivedTrouble(own.printed, binding, theirs);
  const pairs = [...sent.pairs, ...received.pairs];
  return [
    ...new Set([
      ...sent.trouble,
      ...received.trouble,
      ...expressionTrouble(binding, theirs),
      ...newlyLacking(binding, bind(own, theirs)),
      ...pairs.flatMap((pair) => valuesTrouble(pair, binding)),
      ...pagingTrouble(own, binding, theirs),
    ]),
  ];
}
