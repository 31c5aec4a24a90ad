import { GitHubBackend } from 'decap-cms-backend-github';
import { GitLabBackend } from 'decap-cms-backend-gitlab';
import CMS from 'decap-cms-core';

/** Folders of articles are two deep; Decap would look into the first only. */
const DEPTH = 4;

/** Registers the forges for wards that keep their content on one. */
export function registerForges(): void {
  CMS.registerBackend('gitlab', deep(GitLabBackend) as never);
  CMS.registerBackend('github', deep(GitHubBackend) as never);
}

/** The same backend, which looks for entries in the folders of years and months too. */
function deep(Backend: ForgeBackend): ForgeBackend {
  return class extends Backend {
    override entriesByFolder(folder: string, extension: string) {
      return super.entriesByFolder(folder, extension, DEPTH);
    }

    override allEntriesByFolder(folder: string, extension: string, _: number, match?: RegExp) {
      return super.allEntriesByFolder(folder, extension, DEPTH, match);
    }
  };
}
