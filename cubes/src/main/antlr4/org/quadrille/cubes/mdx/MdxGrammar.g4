// MDX as Mondrian 3 reads it. This file is the documentation of the language; what a name means is
// not decided here. The shape of the rules follows the precedence of the operators, from weak to
// strong:
//
//   AS   OR XOR   AND   NOT   = <> < <= > >= IS IN MATCHES   + - ||   * /   - EXISTING   :   .
//
grammar MdxGrammar;

options { caseInsensitive = true; }

// ---------------------------------------------------------------- entry points

statementText : statement SEMICOLON? EOF ;

expressionText : aliased EOF ;

// Inside the quotes of a formula Mondrian does not mind closing parentheses too many at the end,
// and there are reporting tools that write them.
quotedBody : aliased RPAREN* EOF ;

// ---------------------------------------------------------------- statements

statement
    : EXPLAIN PLAN FOR explained
    | explained
    | CREATE SESSION? formula
    | DROP ( MEMBER | SET ) identifier
    ;

explained : select | drillThrough ;

drillThrough
    : DRILLTHROUGH ( MAXROWS maxRows = NUMBER )? ( FIRSTROWSET firstRow = NUMBER )?
      select ( RETURN identifier ( COMMA identifier )* )?
    ;

select
    : ( WITH formula+ )? SELECT ( axis ( COMMA axis )* )? FROM source ( WHERE aliased )?
      ( CELL? PROPERTIES propertyName ( COMMA propertyName )* )?
    ;

source : identifier | LPAREN select RPAREN ;

// The text after AS may be put in single quotes as a whole; it is then read a second time.
formula
    : MEMBER identifier AS body ( COMMA propertyName EQ logic )*   # memberFormula
    | SET identifier AS body                                       # setFormula
    ;

body : SINGLE_QUOTED | aliased ;

axis
    : ( NON EMPTY )? aliased ( DIMENSION? PROPERTIES identifier ( COMMA identifier )* )?
      ON axisName
    ;

axisName
    : COLUMNS | ROWS | PAGES | CHAPTERS | SECTIONS
    | NUMBER
    | AXIS LPAREN NUMBER RPAREN
    ;

propertyName : word | QUOTED ;

// ---------------------------------------------------------------- expressions

aliased : logic ( AS ( name | QUOTED ) )? ;

logic
    : comparison                         # comparisonLogic
    | NOT logic                          # notLogic
    | logic AND logic                    # andLogic
    | logic op = ( OR | XOR ) logic      # orLogic
    ;

// From left to right: a = b IS EMPTY asks whether a = b is empty.
comparison : value comparisonTail* ;

comparisonTail
    : IS EMPTY
    | NOT op = ( IN | MATCHES ) value
    | op = ( EQ | NE | LT | LE | GT | GE | IS | IN | MATCHES ) value
    ;

value
    : range                                                    # rangeValue
    | op = ( MINUS | EXISTING ) value                          # prefixValue
    | value op = ( STAR | SLASH ) value                        # infixValue
    | value op = ( PLUS | MINUS | CONCAT ) value               # infixValue
    ;

range : primary ( COLON primary )* ;

primary
    : NUMBER
    | atom ( DOT step )*
    ;

atom
    : LPAREN ( aliased ( COMMA aliased )* )? RPAREN                                  # parentheses
    | LBRACE ( aliased ( COMMA aliased )* )? RBRACE                                  # braces
    | CASE subject = logic? ( WHEN logic THEN logic )+ ( ELSE otherwise = logic )? END   # caseOf
    | CAST LPAREN logic AS word RPAREN                                               # castTo
    | name arguments                                                                 # function
    | ( SINGLE_QUOTED | DOUBLE_QUOTED )                                              # string
    | NULL                                                                           # nothing
    | firstSegment                                                                   # named
    ;

step : word arguments | segment ;

// An argument may be left out: Descendants(m, , LEAVES).
arguments : LPAREN argument ( COMMA argument )* RPAREN ;

argument : aliased? ;

// ---------------------------------------------------------------- names

identifier : firstSegment ( DOT segment )* ;

firstSegment : name | QUOTED | key ;

segment : word | QUOTED | key ;

// A key of several columns is written without dots: &[1997]&[Q1].
key : ( AMP_QUOTED | AMP_NAME )+ ;

// After a dot every word is a name.
word : name | reserved ;

name
    : IDENTIFIER
    | AXIS | CELL | CHAPTERS | COLUMNS | CREATE | DIMENSION | DRILLTHROUGH | DROP | EXPLAIN
    | FIRSTROWSET | FOR | MAXROWS | MEMBER | PAGES | PLAN | PROPERTIES | RETURN | ROWS | SECTIONS
    | SESSION | SET
    ;

reserved
    : AND | AS | CASE | CAST | ELSE | EMPTY | END | EXISTING | FROM | IN | IS | MATCHES | NON
    | NOT | NULL | ON | OR | SELECT | THEN | WHEN | WHERE | WITH | XOR
    ;

// ---------------------------------------------------------------- words

AND : 'AND' ;
AS : 'AS' ;
AXIS : 'AXIS' ;
CASE : 'CASE' ;
CAST : 'CAST' ;
CELL : 'CELL' ;
CHAPTERS : 'CHAPTERS' ;
COLUMNS : 'COLUMNS' ;
CREATE : 'CREATE' ;
DIMENSION : 'DIMENSION' ;
DRILLTHROUGH : 'DRILLTHROUGH' ;
DROP : 'DROP' ;
ELSE : 'ELSE' ;
EMPTY : 'EMPTY' ;
END : 'END' ;
EXISTING : 'EXISTING' ;
EXPLAIN : 'EXPLAIN' ;
FIRSTROWSET : 'FIRSTROWSET' ;
FOR : 'FOR' ;
FROM : 'FROM' ;
IN : 'IN' ;
IS : 'IS' ;
MATCHES : 'MATCHES' ;
MAXROWS : 'MAXROWS' ;
MEMBER : 'MEMBER' ;
NON : 'NON' ;
NOT : 'NOT' ;
NULL : 'NULL' ;
ON : 'ON' ;
OR : 'OR' ;
PAGES : 'PAGES' ;
PLAN : 'PLAN' ;
PROPERTIES : 'PROPERTIES' ;
RETURN : 'RETURN' ;
ROWS : 'ROWS' ;
SECTIONS : 'SECTIONS' ;
SELECT : 'SELECT' ;
SESSION : 'SESSION' ;
SET : 'SET' ;
THEN : 'THEN' ;
WHEN : 'WHEN' ;
WHERE : 'WHERE' ;
WITH : 'WITH' ;
XOR : 'XOR' ;

// ---------------------------------------------------------------- signs

COMMA : ',' ;
SEMICOLON : ';' ;
DOT : '.' ;
LPAREN : '(' ;
RPAREN : ')' ;
LBRACE : '{' ;
RBRACE : '}' ;
COLON : ':' ;
PLUS : '+' ;
MINUS : '-' ;
STAR : '*' ;
SLASH : '/' ;
CONCAT : '||' ;
EQ : '=' ;
NE : '<>' ;
LE : '<=' ;
GE : '>=' ;
LT : '<' ;
GT : '>' ;

// ---------------------------------------------------------------- literals and names

NUMBER : ( [0-9]+ ( '.' [0-9]* )? | '.' [0-9]+ ) ( 'E' [+\-]? [0-9]+ )? ;
DOUBLE_QUOTED : '"' ( ~'"' | '""' )* '"' ;
SINGLE_QUOTED : '\'' ( ~'\'' | '\'\'' )* '\'' ;
IDENTIFIER : LETTER ( LETTER | [\p{M}\p{N}] )* ;
QUOTED : '[' ( ~']' | ']]' )* ']' ;
AMP_QUOTED : '&[' ( ~']' | ']]' )* ']' ;
AMP_NAME : '&' LETTER ( LETTER | [\p{M}\p{N}] )* ;

fragment LETTER : [\p{L}_$] ;

// ---------------------------------------------------------------- between the words

WHITESPACE : [\p{White_Space}\uFEFF]+ -> skip ;
LINE_COMMENT : ( '--' | '//' ) ~[\r\n]* -> skip ;
// Comments do not nest: the first end mark closes.
COMMENT : '/*' .*? '*/' -> skip ;

// What is wrong gets a token of its own, so that the message can say where it began.
UNCLOSED_COMMENT : '/*' ( ~'*' | '*'+ ~[*/] )* '*'* EOF ;
UNCLOSED_BRACKET : '&'? '[' ( ~']' | ']]' )* ;
UNCLOSED_DOUBLE : '"' ( ~'"' | '""' )* ;
UNCLOSED_SINGLE : '\'' ( ~'\'' | '\'\'' )* ;
UNEXPECTED : . ;
