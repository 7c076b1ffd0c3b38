"""The watcher as a service of the computer: begun at sign-in, begun anew when it fails, its log kept.

    job         what is to run, and what it needs of the computer: from the configuration
    manager     what a service manager is asked
    here        which one this computer has
    tools       a service manager's own tools, run with a limit
    unit        systemd: the text of the user unit, its sandbox included
    systemd     systemd: systemctl, journalctl, loginctl
    launchd     macOS: the LaunchAgent, launchctl
    scheduler   Windows: the task, schtasks
    logfile     the end of a log that is a file

Nothing here asks anything, and nothing is done as another user than who runs it.
"""
