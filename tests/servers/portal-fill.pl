#!/usr/bin/perl
# portal-fill.pl: a year of a case portal: 300 tickets of several organisations, the same each time.
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: TAMBOUR_PORTAL=FOLDER RT_SITE_CONFIG=portal-site.pm perl portal-fill.pl
#
# What happens to a ticket is done through RT's own objects while the clock stands where the story is, so that
# every time in its history is the one that RT itself would have written.
use strict;
use warnings;

our $clock;
BEGIN {
    *CORE::GLOBAL::time = sub () { $clock // CORE::time() };
    *CORE::GLOBAL::gmtime = sub (;$) { CORE::gmtime(@_ ? $_[0] : $clock // CORE::time()) };
}

use lib '/usr/share/request-tracker5/lib';
use RT;
use MIME::Entity;

my $TICKETS = 300;
my $MINUTE = 60;
my $HOUR = 60 * $MINUTE;
my $DAY = 24 * $HOUR;
my $BEGIN = 1763971200;    # 2025-11-24 08:00 UTC

my @ORGANISATIONS = (
    ['Orion Foods', 'orion.example'],
    ['Lyra Bank', 'lyra.example'],
    ['Vega Logistics', 'vega.example'],
    ['Nova Energy', 'nova.example'],
    ['', 'altair.example'],       # an account is known by its contacts' addresses only
    ['', 'stranger.example'],     # nobody's
);
my @STAFF = ('hana', 'marc', 'ines', 'tomas');
my @TOPICS = ('Sign-in fails', 'Certificate expires', 'Sensor silent', 'Report is empty', 'Update stops half way',
    'Cluster node down', 'Slow queries', 'Licence question', 'Backup incomplete', 'Alert storm');

# The same numbers on every computer.
my $state = 20261123;
sub number { my ($below) = @_; $state = ($state * 1103515245 + 12345) % 2147483648; return int($state / 65536) % $below }
sub chance { my ($percent) = @_; return number(100) < $percent }
sub wait_for { my ($least, $most) = @_; $clock += $least + number($most - $least) }

sub must { my ($ok, $message) = @_; die(($message // 'failed') . "\n") unless $ok; return $ok }

sub message {
    my ($text) = @_;
    my $entity = MIME::Entity->build(Type => 'text/plain', Charset => 'UTF-8', Data => [$text]);
    return $entity;
}

sub as_user { my ($name) = @_; my $user = RT::CurrentUser->new; $user->Load($name); return $user }

# The ticket as somebody sees it who does something with it.
sub ticket_as {
    my ($id, $who) = @_;
    my $ticket = RT::Ticket->new($who);
    $ticket->LoadById($id);
    return $ticket;
}

sub make_users {
    for my $name (@STAFF) {
        my $user = RT::User->new(RT->SystemUser);
        must($user->Create(Name => $name, RealName => ucfirst $name, EmailAddress => "$name\@portal.example.org",
            Privileged => 1, Password => 'password'));
    }
    for my $organisation (@ORGANISATIONS) {
        for my $name ('anna', 'bela', 'carl') {
            my $user = RT::User->new(RT->SystemUser);
            must($user->Create(Name => "$name\@$organisation->[1]", RealName => ucfirst $name,
                EmailAddress => "$name\@$organisation->[1]", Organization => $organisation->[0], Privileged => 0));
        }
    }
}

sub make_rights {
    my %rights = (
        Privileged => ['OwnTicket', 'SeeQueue', 'ShowTicket', 'ShowTicketComments', 'ModifyTicket', 'ReplyToTicket',
            'CommentOnTicket', 'CreateTicket', 'DeleteTicket', 'TakeTicket', 'ReassignTicket', 'SeeCustomField',
            'AdminUsers', 'SeeGroup'],
        Everyone => ['SeeQueue', 'CreateTicket', 'ReplyToTicket', 'ModifyTicket'],
    );
    for my $name (keys %rights) {
        my $group = RT::Group->new(RT->SystemUser);
        $group->LoadSystemInternalGroup($name);
        $group->PrincipalObj->GrantRight(Right => $_, Object => RT->System) for @{$rights{$name}};
    }
}

sub make_queues {
    for my $name ('Support', 'Network', 'Billing') {
        my $queue = RT::Queue->new(RT->SystemUser);
        must($queue->Create(Name => $name, Description => "$name cases"));
    }
}

sub create {
    my ($number) = @_;
    my $organisation = $ORGANISATIONS[chance(3) ? 5 : number(5)];
    my $asker = ('anna', 'bela', 'carl')[number(3)] . "\@$organisation->[1]";
    my $ticket = RT::Ticket->new(as_user($asker));
    my ($id, undef, $said) = $ticket->Create(
        Queue => ('Support', 'Support', 'Network', 'Billing')[number(4)],
        Subject => $TOPICS[number(scalar @TOPICS)] . " ($number)",
        Requestor => [$asker],
        Priority => (100, 50, 50, 0, 0)[number(5)],
        MIMEObj => message("It began this morning, on site $number. Grüße"),
    );
    must($id, $said);
    return ($id, as_user($asker));
}

sub answer {
    my ($id, $staff) = @_;
    wait_for(5 * $MINUTE, chance(70) ? 4 * $HOUR : 3 * $DAY);
    must(ticket_as($id, $staff)->Correspond(MIMEObj => message('We look into it.')));
    must(ticket_as($id, $staff)->SetStatus('open'));
}

sub pause {
    my ($id, $staff, $asker) = @_;
    wait_for($HOUR, $DAY);
    must(ticket_as($id, $staff)->Correspond(MIMEObj => message('Please send the log.')));
    must(ticket_as($id, $staff)->SetStatus('stalled'));
    wait_for($HOUR, 4 * $DAY);
    must(ticket_as($id, $asker)->Correspond(MIMEObj => message('Here it is.')));
    must(ticket_as($id, RT->SystemUser)->SetStatus('open'));
}

sub resolve {
    my ($id, $staff) = @_;
    wait_for(2 * $HOUR, 5 * $DAY);
    must(ticket_as($id, $staff)->Correspond(MIMEObj => message('It is done.')));
    wait_for($MINUTE, $HOUR);
    must(ticket_as($id, $staff)->SetStatus('resolved'));
}

sub reopen {
    my ($id, $asker) = @_;
    wait_for($HOUR, 3 * $DAY);
    must(ticket_as($id, $asker)->Correspond(MIMEObj => message('It is back.')));
    must(ticket_as($id, RT->SystemUser)->SetStatus('open'));
}

sub live {
    my ($id, $asker) = @_;
    my $staff = as_user($STAFF[number(scalar @STAFF)]);

    wait_for($MINUTE, 2 * $HOUR);
    must(ticket_as($id, RT->SystemUser)->SetOwner($staff->Id, 'Force'));
    if (chance(40)) {
        wait_for($MINUTE, $HOUR);
        must(ticket_as($id, $staff)->Comment(MIMEObj => message('Looks like last week.')));
    }
    answer($id, $staff) if chance(95);
    if (chance(12)) {
        wait_for($MINUTE, 6 * $HOUR);
        my $ticket = ticket_as($id, $staff);
        must($ticket->SetPriority($ticket->Priority == 100 ? 50 : 100));
    }
    if (chance(8)) {
        wait_for($MINUTE, 6 * $HOUR);
        my $ticket = ticket_as($id, RT->SystemUser);
        must($ticket->SetQueue($ticket->QueueObj->Name eq 'Network' ? 'Support' : 'Network'));
    }
    pause($id, $staff, $asker) if chance(25);
    if (chance(10)) {
        $staff = as_user($STAFF[number(scalar @STAFF)]);
        wait_for($HOUR, $DAY);
        my $ticket = ticket_as($id, RT->SystemUser);
        must($ticket->SetOwner($staff->Id, 'Force')) if $ticket->Owner != $staff->Id;
    }
    return unless chance(85);
    resolve($id, $staff);
    return unless chance(10);
    reopen($id, $asker);
    resolve($id, $staff) if chance(80);
}

# What is gone: each fortieth is a duplicate of the one before, each fiftieth was a mistake.
sub leave {
    my ($id, $previous) = @_;
    if ($id % 40 == 0) {
        wait_for($HOUR, $DAY);
        must(ticket_as($id, RT->SystemUser)->MergeInto($previous));
    }
    elsif ($id % 50 == 0) {
        wait_for($HOUR, $DAY);
        must(ticket_as($id, RT->SystemUser)->SetStatus('deleted'));
    }
}

# Nothing is mailed: no scrip has to be looked for.
sub silence {
    no warnings 'redefine';
    *RT::Scrips::Prepare = sub { 1 };
    *RT::Scrips::Commit = sub { 1 };
    *RT::Ticket::ApplyTransactionBatch = sub { 1 };
}

sub main {
    RT->LoadConfig;
    RT->Init;
    silence();
    $RT::Handle->dbh->do('PRAGMA synchronous = OFF');
    $RT::Handle->dbh->do('UPDATE Scrips SET Disabled = 1');
    $RT::Handle->BeginTransaction;
    $clock = $BEGIN - $DAY;
    make_users();
    make_rights();
    make_queues();
    my $previous;
    for my $number (1 .. $TICKETS) {
        $clock = $BEGIN + int(($number - 1) * 350 * $DAY / $TICKETS) + number($DAY);
        my ($id, $asker) = create($number);
        live($id, $asker);
        leave($id, $previous);
        $previous = $id;
    }
    $RT::Handle->Commit;
}

main();
