# portal-site.pm: how the case portal of the tests is set up: a database and folders of its own, and no mail.
#
# SPDX-License-Identifier: GPL-3.0-or-later

my $folder = $ENV{TAMBOUR_PORTAL} or die "TAMBOUR_PORTAL names no folder\n";

Set($rtname, 'portal.example.org');
Set($Organization, 'portal.example.org');
Set($DatabaseType, 'SQLite');
Set($DatabaseName, "$folder/portal.sqlite");
Set($Timezone, 'UTC');
Set($WebDomain, '127.0.0.1');
Set($WebPath, '');
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'error');
# Passwords here are no secrets: they are checked with every request, which shall be quick.
Set($BcryptCost, 4);
Set($MailCommand, 'testfile');
Set($RecordOutgoingEmail, 0);
Set($RestrictReferrer, 0);

# Beside the database, so that whoever runs the tests can write there.
$RT::VarPath = $folder;
$RT::MasonDataDir = "$folder/mason";
$RT::MasonSessionDir = "$folder/sessions";

1;
