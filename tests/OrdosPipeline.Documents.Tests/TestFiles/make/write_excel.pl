# Writes the sheets on standard input with Spreadsheet::WriteExcel or Excel::Writer::XLSX: perl write_excel.pl FILE
use strict;
use warnings;
use open qw(:std :utf8);

my $path = shift;
my $class = $path =~ /\.xls$/ ? 'Spreadsheet::WriteExcel' : 'Excel::Writer::XLSX';
eval "require $class" or die $@;
my $book = $class->new($path);
my $sheet;
while (my $line = <STDIN>) {
    chomp $line;
    my ($command, $x, $y, $value, $extra) = split /\t/, $line, -1;
    if ($command eq 'sheet') { $sheet = $book->add_worksheet($x); $sheet->hide() if $y eq 'hidden'; }
    elsif ($command eq 'text') { $value =~ s/\\n/\n/g; $sheet->write_string($x, $y, $value); }
    elsif ($command eq 'number') { $sheet->write_number($x, $y, $value, $book->add_format(num_format => $extra)); }
    elsif ($command eq 'formula') { $sheet->write_formula($x, $y, "=$value", undef, $extra); }
    elsif ($command eq 'hiderow') { $sheet->set_row($x, undef, undef, 1); }
    elsif ($command eq 'hidecolumn') { $sheet->set_column($x, $x, undef, undef, 1); }
}
$book->close();
