import type { Check } from "../finding";
import { checkBudget } from "./budget";
import { checkCertificate } from "./certificate";
import { checkClock } from "./clock";
import { checkConnection } from "./connection";
import { checkContract } from "./contract";
import { checkDocuments } from "./documents";
import { checkEngine } from "./engine";
import { checkJournal } from "./journal";
import { checkLogin } from "./login";
import { checkNames } from "./names";
import { checkProxy } from "./proxy";
import { checkRights } from "./rights";
import { checkServer } from "./server";
import { checkSettings } from "./settings";
import { checkSignOn } from "./sign-on";

/** All checks by their names, in the order in which one may need what another learnt. */
export const checks: readonly (readonly [name: string, check: Check])[] = [
  ["settings", checkSettings],
  ["proxy", checkProxy],
  ["DNS", checkNames],
  ["connection", checkConnection],
  ["TLS", checkCertificate],
  ["clock", checkClock],
  ["server", checkServer],
  ["single sign-on", checkSignOn],
  ["login", checkLogin],
  ["rights", checkRights],
  ["documents", checkDocuments],
  ["contract", checkContract],
  ["budget", checkBudget],
  ["engine", checkEngine],
  ["journal", checkJournal],
];
