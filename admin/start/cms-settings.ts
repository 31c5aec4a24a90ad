import type { Choices } from '../forms/choices.ts';

/** What the editors' room is told by the site it belongs to: `admin/cms.json`. */
export interface CmsSettings {
  /** Path the section lives under, `/` or `/cchc`. */
  base: string;
  /** The host the room was opened on, e.g. `https://uongbi.quangninh.gov.vn`. */
  origin: string;
  /** Name of the ward, for titles. */
  ward: string;
  /** Address of the public home page below the host. */
  home: string;
  /** The accent colour of the ward. */
  accent: string;
  /** Who keeps the content. */
  backend: BackendSettings;
  /** What fields may point to. */
  choices: Choices;
}

/** The ward's own server, or a forge. */
export type BackendSettings =
  | { name: 'proxy' }
  | {
      name: 'gitlab' | 'github';
      /** `group/project` or `owner/name`. */
      repo: string;
      branch: string;
      /** Folder of the content in the repository, without slashes at its ends. */
      root: string;
      /** Origin of the forge, and of its interface. */
      baseUrl: string;
      apiRoot: string;
      appId: string;
    };

/** Addresses of the editors' room and of its server, below the path the section lives under. */
export function roomAddresses(base: string) {
  const prefix = base === '/' ? '' : base;
  const api = `${prefix}/admin/api`;
  return {
    cms: `${api}/cms`,
    me: `${api}/me`,
    signOut: `${prefix}/admin/dang-xuat`,
    entries: `${api}/entries`,
    owed: `${api}/owed`,
    countsFor: `${api}/counts-for`,
    publishStatus: `${api}/publish-status`,
    presence: `${api}/presence`,
    preview: `${api}/preview`,
    sendBack: `${api}/return`,
    withdraw: `${api}/withdraw`,
    close: `${api}/close`,
    history: `${api}/history`,
    signIn: `${prefix}/admin/dang-nhap`,
    password: `${prefix}/admin/mat-khau`,
    people: `${prefix}/admin/nguoi-dung`,
    log: `${prefix}/admin/nhat-ky`,
    home: `${prefix}/`,
  };
}

export type RoomAddresses = ReturnType<typeof roomAddresses>;
