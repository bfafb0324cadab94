import type { Account, Audit, Bucket, CswSettings, FileEntry, Membership, Organization } from "./model";
import type { SealedSecret } from "./secrets";

export interface Session {
  account_id: number;
  expires_at: number;
}

export interface StoredFile extends FileEntry {
  sequence: number;
  content: Buffer;
}

/** A point in time as this platform writes it: ISO 8601 with an offset. */
export const now = (): string => new Date().toISOString().replace("Z", "+00:00");

/** All that the server knows. It forgets it when it ends. */
export class State {
  readonly organizations = new Map<number, Organization>();
  readonly accounts = new Map<number, Account>();
  readonly secrets = new Map<number, SealedSecret>();
  readonly sessions = new Map<string, Session>();
  readonly buckets = new Map<string, Bucket & { sequence: number }>();
  readonly files = new Map<string, StoredFile[]>();
  readonly csw = new Map<number, CswSettings>();
  /** In lower case. A login stays here when its account goes. */
  readonly takenLogins = new Set<string>();
  memberships: Membership[] = [];

  private counters = { organization: 100, account: 0, sequence: 0 };

  next(counter: "organization" | "account" | "sequence"): number {
    return ++this.counters[counter];
  }

  audit(caller: Account | undefined): Audit {
    return { created_on: now(), created_by_account_id: caller?.account_id ?? null };
  }

  /** The organization and everything above it. */
  lineOf(organizationId: number): number[] {
    const parent = this.organizations.get(organizationId)?.parent_organization_id ?? null;
    return parent === null ? [organizationId] : [organizationId, ...this.lineOf(parent)];
  }

  /** The organization and everything below it, from the top down. */
  branchOf(organizationId: number): number[] {
    const children = [...this.organizations.values()].filter((one) => one.parent_organization_id === organizationId);
    return [organizationId, ...children.flatMap((child) => this.branchOf(child.organization_id))];
  }

  /** Where an account is at home or a member. */
  placesOf(account: Account): number[] {
    const member = this.memberships.filter(({ account_id }) => account_id === account.account_id);
    const home = account.home_organization_id === null ? [] : [account.home_organization_id];
    return [...new Set([...home, ...member.map(({ organization_id }) => organization_id)])];
  }

  addAccount(draft: Omit<Account, "account_id" | "audit">, caller?: Account): Account {
    const account: Account = { account_id: this.next("account"), ...draft, audit: this.audit(caller) };
    this.accounts.set(account.account_id, account);
    this.takenLogins.add(account.login.toLowerCase());
    return account;
  }

  dropAccount(accountId: number): void {
    this.accounts.delete(accountId);
    this.secrets.delete(accountId);
    this.memberships = this.memberships.filter(({ account_id }) => account_id !== accountId);
    this.endSessions(accountId);
  }

  endSessions(accountId: number, exceptToken?: string): void {
    for (const [token, session] of this.sessions) {
      if (session.account_id === accountId && token !== exceptToken) {
        this.sessions.delete(token);
      }
    }
  }

  dropBucket(bucketUuid: string): void {
    this.buckets.delete(bucketUuid);
    this.files.delete(bucketUuid);
  }

  dropOrganization(organizationId: number): void {
    this.organizations.delete(organizationId);
    this.csw.delete(organizationId);
    this.memberships = this.memberships.filter(({ organization_id }) => organization_id !== organizationId);
  }
}
