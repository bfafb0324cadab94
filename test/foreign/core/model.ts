// What the server keeps. Most of it goes out on the wire as it is kept.

export type RoleId = "superuser" | "editor" | "viewer" | "datauploader";

export interface Audit {
  created_on: string;
  created_by_account_id: number | null;
}

export interface Contact {
  street_address: string | null;
  postal_code: string | null;
  town: string | null;
  country_code: string | null;
  mail: string | null;
  telephone: string | null;
  homepage: string | null;
}

export interface Organization {
  organization_id: number;
  parent_organization_id: number | null;
  display_name: string;
  legal: { entity_name: string | null };
  about: string | null;
  contact: Contact;
  extra_attributes: Record<string, string>;
  audit: Audit;
}

export interface Account {
  account_id: number;
  login: string;
  person: { full_name: string; mail: string };
  active: boolean;
  platform_administrator: boolean;
  home_organization_id: number | null;
  audit: Audit;
}

export interface Membership {
  organization_id: number;
  account_id: number;
  role_id: RoleId;
  assigned_on: string;
}

export interface Owner {
  kind: "organization" | "account";
  id: number;
}

export interface Bucket {
  bucket_uuid: string;
  title: string;
  owner: Owner;
  engine: "git" | "s3";
  properties: Record<string, string>;
  audit: Audit;
}

export interface FileEntry {
  file_name: string;
  byte_count: number;
  checksum: { algorithm: "sha-256"; value: string };
  stored_on: string;
}

export interface CswSettings {
  enabled: boolean;
  service_title: string | null;
  service_abstract: string | null;
  keywords: string[];
  provider: {
    name: string | null;
    site: string | null;
    contact: { person: string | null; mail: string | null; telephone: string | null };
  };
  languages: { default: string; supported: string[] };
}
