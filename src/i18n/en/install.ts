/** The pages at the end of an installation, in a browser: plain text without characters that mean something in HTML. */
export const install = {
  done: {
    title: 'Parley is installed',
    text: 'In a channel of your own people type /invite @Parley, then /client-review. In a new workspace you are the manager; you name others in /client-review settings.',
  },
  cancelled: {
    title: 'Nothing was installed',
    text: 'You stopped the installation. Nothing was kept.',
  },
  expired: {
    title: 'Nothing was installed',
    text: 'This page is out of date, or was opened in another browser than the one you began in. Please begin again.',
  },
  failed: {
    title: 'Parley could not be installed',
    text: 'Nothing was kept. Please try again; if it fails again, ask whoever runs Parley: the reason is in its log.',
  },
  again: 'Install Parley',
  open: 'Open Slack',
};
