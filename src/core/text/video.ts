/** Where a video of YouTube may be copied from: its page, its short link, its embedded form. */
const YOUTUBE =
  /^https:\/\/(?:(?:www\.|m\.)?youtube\.com\/(?:watch\?(?:[\w=&%.~+-]*&)?v=|shorts\/|live\/|embed\/)|youtu\.be\/|www\.youtube-nocookie\.com\/embed\/)([\w-]{11})(?:[?&#][\w=&%.~+-]*)?$/;

/** The id of a YouTube video in an address as people copy it; `undefined` for anything else. */
export function videoId(address: string): string | undefined {
  return YOUTUBE.exec(address.trim())?.[1];
}

/** The address of a video in the player that sets no cookie before the video is played. */
export function videoAddress(id: string): string {
  return `https://www.youtube-nocookie.com/embed/${id}`;
}
